# Holds what the program loads before its first page against what belongs behind the annex's door
# (kiosk/annex/annex.h): each of these brings a dozen more.
#   cmake -DPROGRAM=FILE -DREADELF=FILE -P first_page_libraries_test.cmake
cmake_minimum_required(VERSION 3.25)

execute_process(COMMAND ${READELF} -d ${PROGRAM} OUTPUT_VARIABLE dynamic RESULT_VARIABLE failed)
if(failed OR NOT dynamic MATCHES "libSDL2")
  message(FATAL_ERROR "cannot tell what ${PROGRAM} loads")
endif()
foreach(late IN ITEMS curl IMECore gst glib gobject xlsxwriter ical cairo pango csv seccomp)
  if(dynamic MATCHES "NEEDED[^\n]*lib${late}")
    message(FATAL_ERROR "lib${late} is loaded before the first page: what uses it belongs in "
                        "studio-annex")
  endif()
endforeach()
