# Every library comes from Debian; deploy/packages lists them.
find_package(PkgConfig REQUIRED)
foreach(lib IN ITEMS
    sdl2 imgui freetype2 sqlite3 libcurl openssl libsodium zxing libsystemd rime zinnia)
  pkg_check_modules(${lib} REQUIRED IMPORTED_TARGET GLOBAL ${lib})
endforeach()
pkg_check_modules(gstreamer REQUIRED IMPORTED_TARGET GLOBAL
  gstreamer-1.0 gstreamer-app-1.0 gstreamer-video-1.0)
find_package(SQLiteCpp REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(CLI11 REQUIRED)
find_package(spdlog REQUIRED)
find_package(tl-expected REQUIRED)
if(STUDIO_TESTS OR STUDIO_BENCH)
  find_package(doctest REQUIRED)
endif()
