# deploy/floors.txt as variables: floor_rooms, longest first, and of each below_ROOM, inside_ROOM and
# never_ROOM.
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/../floors.txt floor_lines REGEX "^[a-z]")
set(floor_rooms "")
foreach(line IN LISTS floor_lines)
  if(NOT line MATCHES "^(below|inside|never) ([^:]+): ?(.*)$")
    message(FATAL_ERROR "deploy/floors.txt: '${line}'")
  endif()
  string(REPLACE " " ";" ${CMAKE_MATCH_1}_${CMAKE_MATCH_2} "${CMAKE_MATCH_3}")
  list(APPEND floor_rooms ${CMAKE_MATCH_2})
endforeach()
list(REMOVE_DUPLICATES floor_rooms)
list(SORT floor_rooms ORDER DESCENDING)  # a room before the one that it stands in
