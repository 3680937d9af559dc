# Compiles the keyboard's dictionaries: cmake -DASSETS= -DFILES= -DDICTIONARIES= -DWORK= -DDATA=
# -DDEPLOYER= -DTABLES= -P compile_data.cmake. librime's deployer reads WORK/source, where our
# schemas lie next to the tables made here from Debian's.
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK}/source ${WORK}/user ${WORK}/compiled ${DATA})
foreach(file IN LISTS FILES)
  file(COPY ${ASSETS}/${file} DESTINATION ${WORK}/source)
endforeach()
list(GET DICTIONARIES 0 pinyin)
list(GET DICTIONARIES 1 strokes)
execute_process(
  COMMAND ${TABLES} ${pinyin} ${strokes} ${ASSETS}/village_words.dict.yaml
    ${ASSETS}/filter_words.txt
    ${WORK}/source/village_common.dict.yaml ${WORK}/source/village_stroke.dict.yaml
    ${WORK}/ink_strokes.tsv ${WORK}/filter_neighbours.txt
  COMMAND_ERROR_IS_FATAL ANY)
execute_process(
  COMMAND ${DEPLOYER} --build ${WORK}/user ${WORK}/source ${WORK}/compiled
  RESULT_VARIABLE result OUTPUT_FILE ${WORK}/log ERROR_FILE ${WORK}/log)
set(made default.yaml village.table.bin village_stroke.table.bin)
foreach(name IN ITEMS standard southern wide stroke)
  list(APPEND made village_${name}.prism.bin village_${name}.schema.yaml)
endforeach()
foreach(file IN LISTS made)
  if(result OR NOT EXISTS ${WORK}/compiled/${file})
    message(FATAL_ERROR "no ${file}; see ${WORK}/log")
  endif()
endforeach()
foreach(file IN LISTS made)
  file(COPY ${WORK}/compiled/${file} DESTINATION ${DATA})
endforeach()
file(COPY ${WORK}/ink_strokes.tsv ${WORK}/filter_neighbours.txt DESTINATION ${DATA})
# The one that the build looks at, last and newer than everything it was made from.
file(TOUCH ${DATA}/village.table.bin)
