# Every library comes from Debian; deploy/packages/building lists them.
find_package(PkgConfig REQUIRED)
foreach(lib IN ITEMS
    sdl2 imgui stb freetype2 sqlite3 libcurl openssl libsodium zxing libsystemd zinnia xlsxwriter
    libical libutf8proc libzip libxml-2.0 pangocairo
    libseccomp)
  pkg_check_modules(${lib} REQUIRED IMPORTED_TARGET GLOBAL ${lib})
endforeach()
# Debian 13's names minizip's folder, which has a zip.h that is not libzip's; its own is not there.
set_target_properties(PkgConfig::xlsxwriter PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "")
pkg_check_modules(gstreamer REQUIRED IMPORTED_TARGET GLOBAL
  gstreamer-1.0 gstreamer-app-1.0 gstreamer-video-1.0)
# libcsv brings neither a pkg-config nor a CMake file.
find_library(CSV_LIBRARY csv REQUIRED)
find_path(CSV_INCLUDE csv.h REQUIRED)
add_library(csv::csv UNKNOWN IMPORTED GLOBAL)
set_target_properties(csv::csv PROPERTIES
  IMPORTED_LOCATION ${CSV_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${CSV_INCLUDE})
find_package(LibIMECore REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(CLI11 REQUIRED)
find_package(spdlog REQUIRED)
find_package(tl-expected REQUIRED)
if(STUDIO_TESTS OR STUDIO_BENCH)
  find_package(doctest REQUIRED)
endif()
