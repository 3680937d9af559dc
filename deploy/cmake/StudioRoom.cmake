# A room is a folder and a target. Its headers are included as "ROOM/file.h" and are reached
# through an include root of their own, so that a room sees the rooms it links and no others.

find_package(Threads REQUIRED)
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# What is shipped is linked by the system's own linker; the many test programs by the quick one.
find_program(MOLD mold)
if(MOLD AND NOT CMAKE_BUILD_TYPE STREQUAL "Release")
  add_link_options(-fuse-ld=mold)
endif()

add_library(studio_build_flags INTERFACE)
target_compile_options(studio_build_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Werror)
target_link_libraries(studio_build_flags INTERFACE Threads::Threads)
if(STUDIO_SANITIZE)
  # What is looked at is the rooms. Tests are compiled without the checks of undefined behaviour,
  # programs that only drive others (STUDIO_DRIVES) without any: half the time.
  target_compile_options(studio_build_flags INTERFACE
    $<$<NOT:$<BOOL:$<TARGET_PROPERTY:STUDIO_DRIVES>>>:-fsanitize=${STUDIO_SANITIZE}>
    $<$<BOOL:$<TARGET_PROPERTY:STUDIO_TESTS>>:-fno-sanitize=undefined>
    -fno-omit-frame-pointer -fno-sanitize-recover=all
    # What a bad pointer does is found by the address sanitizer, and these checks take half of the
    # time to compile; the fuzz targets are built by clang, with them.
    $<$<CXX_COMPILER_ID:GNU>:-fno-sanitize=null,object-size,pointer-overflow,alignment,vptr>
    # GCC loses track of initialisation through a sanitizer's checks.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(studio_build_flags INTERFACE -fsanitize=${STUDIO_SANITIZE})
  if(STUDIO_SANITIZE STREQUAL "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Asio has fences, which the thread sanitizer knows nothing of; its own locks it does.
    target_compile_options(studio_build_flags INTERFACE -Wno-tsan)
  endif()
endif()

# All but the builds that people work in compile a room in few units, which takes a third of the
# time: names in unnamed namespaces are unique within a room. The header that a file forgets to
# include is found by clang-tidy, which reads each file by itself.
if(CMAKE_BUILD_TYPE STREQUAL "Release" OR STUDIO_SANITIZE)
  set(CMAKE_UNITY_BUILD ON)
  set(CMAKE_UNITY_BUILD_BATCH_SIZE 64)
endif()
if(CMAKE_UNITY_BUILD)
  # In such a unit the other files' unnamed namespaces count as a header's.
  target_compile_options(studio_build_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()

# Half of a small file's time is the standard library's headers. Not in units of many files.
function(studio_precompile target) # LINKS...
  if(CMAKE_UNITY_BUILD OR NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    return()
  endif()
  set(headers <algorithm> <chrono> <filesystem> <functional> <map> <memory> <mutex> <optional>
      <string> <tl/expected.hpp> <variant> <vector>)
  if("nlohmann_json::nlohmann_json" IN_LIST ARGN)
    list(APPEND headers <nlohmann/json.hpp>)
  endif()
  if("doctest::doctest" IN_LIST ARGN)
    list(APPEND headers <doctest/doctest.h>)
  endif()
  target_precompile_headers(${target} PRIVATE ${headers})
endfunction()

include(Floors)

# A program that holds people's words overwrites memory that it gives back. The sanitizers have
# their own free().
function(studio_wiped_heap program)
  if(STUDIO_SANITIZE)
    return()
  endif()
  set(file ${CMAKE_SOURCE_DIR}/shared/base/wiped_heap.cpp)
  target_sources(${program} PRIVATE ${file})
  set_source_files_properties(${file} PROPERTIES
    COMPILE_OPTIONS "-fno-builtin;-O2" SKIP_PRECOMPILE_HEADERS ON SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

# studio_room(NAME SOURCES file... [LINKS library...] [PRIVATE_LINKS library...]): the rooms that it
# sees stand in deploy/floors.txt.
function(studio_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  foreach(below IN LISTS below_${folder})
    get_filename_component(below ${below} NAME)
    list(APPEND ROOM_LINKS ${below})
  endforeach()
  set(root ${CMAKE_BINARY_DIR}/roots/${name})
  file(MAKE_DIRECTORY ${root})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${root}/${name} SYMBOLIC)
  add_library(${name} STATIC ${ROOM_SOURCES})
  target_include_directories(${name} PUBLIC ${root})
  target_link_libraries(${name} PUBLIC ${ROOM_LINKS} PRIVATE studio_build_flags ${ROOM_PRIVATE_LINKS})
  if(STUDIO_SANITIZE)
    target_link_libraries(${name} PUBLIC studio_build_flags)
  endif()
  studio_precompile(${name} ${ROOM_LINKS} ${ROOM_PRIVATE_LINKS})
endfunction()

# studio_command_line(PROGRAM SOURCES file... LINKS library... [DEFINES definition...]): a program's
# command line, CLI11 and little else, in few units: what it takes to compile is CLI11. Sanitizers find
# nothing there, and would double it.
function(studio_command_line program)
  cmake_parse_arguments(LINE "" "" "SOURCES;LINKS;DEFINES" ${ARGN})
  add_library(${program}-line OBJECT ${LINE_SOURCES})
  set_target_properties(${program}-line PROPERTIES STUDIO_DRIVES ON)
  if(STUDIO_SANITIZE)
    target_compile_options(${program}-line PRIVATE -O0)
  endif()
  target_include_directories(${program}-line PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_compile_definitions(${program}-line PRIVATE ${LINE_DEFINES})
  target_link_libraries(${program}-line PRIVATE studio_build_flags CLI11::CLI11 ${LINE_LINKS})
  target_sources(${program} PRIVATE $<TARGET_OBJECTS:${program}-line>)
endfunction()
