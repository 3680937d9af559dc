# A room is a folder and a target. Its headers are included as "ROOM/file.h" and are reached
# through an include root of their own, so that a room sees the rooms it links and no others.

find_package(Threads REQUIRED)
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(studio_build_flags INTERFACE)
target_compile_options(studio_build_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Werror)
target_link_libraries(studio_build_flags INTERFACE Threads::Threads)
if(STUDIO_SANITIZE)
  target_compile_options(studio_build_flags INTERFACE
    -fsanitize=${STUDIO_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
    # GCC loses track of initialisation through a sanitizer's checks.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(studio_build_flags INTERFACE -fsanitize=${STUDIO_SANITIZE})
endif()

# studio_room(NAME SOURCES file... [LINKS library...] [PRIVATE_LINKS library...])
function(studio_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  set(root ${CMAKE_BINARY_DIR}/roots/${name})
  file(MAKE_DIRECTORY ${root})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${root}/${name} SYMBOLIC)
  add_library(${name} STATIC ${ROOM_SOURCES})
  target_include_directories(${name} PUBLIC ${root})
  target_link_libraries(${name} PUBLIC ${ROOM_LINKS} PRIVATE studio_build_flags ${ROOM_PRIVATE_LINKS})
  if(STUDIO_SANITIZE)
    target_link_libraries(${name} PUBLIC studio_build_flags)
  endif()
endfunction()

# A program's command line, CLI11 and little else: sanitizers find nothing there, and would more
# than double the 10 s that it takes to compile.
function(studio_command_line file)
  if(STUDIO_SANITIZE)
    set_source_files_properties(${file} PROPERTIES COMPILE_OPTIONS "-fno-sanitize=all;-O0")
  endif()
endfunction()
