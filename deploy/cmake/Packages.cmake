# The Debian packages studio-kiosk and county-stub, a component each: what goes where, and what
# CPack is told. deploy/package builds them; deploy/debian and deploy/units hold their files.
include(GNUInstallDirs)
set(DEBIAN ${CMAKE_SOURCE_DIR}/deploy/debian)
set(UNITS ${CMAKE_SOURCE_DIR}/deploy/units)
set(STUDIO_PACKAGE_VERSION ${PROJECT_VERSION} CACHE STRING "Version of the Debian packages")

install(TARGETS studio-kiosk RUNTIME DESTINATION bin COMPONENT studio-kiosk)
install(TARGETS studio-annex LIBRARY DESTINATION lib/studio-kiosk COMPONENT studio-kiosk)
install(TARGETS studio-xls RUNTIME DESTINATION lib/studio-kiosk COMPONENT studio-kiosk)
install(DIRECTORY ${CMAKE_BINARY_DIR}/input-data/ DESTINATION share/studio-kiosk/input-data COMPONENT studio-kiosk)
install(FILES ${CMAKE_SOURCE_DIR}/assets/speech/sentences.txt DESTINATION share/studio-kiosk COMPONENT studio-kiosk)
# Both units of the screen are confined alike.
file(READ ${UNITS}/screen.conf SCREEN)
foreach(unit IN ITEMS studio-kiosk studio-kiosk-fault)
  configure_file(${UNITS}/${unit}.service.in ${CMAKE_BINARY_DIR}/units/${unit}.service @ONLY)
  install(FILES ${CMAKE_BINARY_DIR}/units/${unit}.service DESTINATION lib/systemd/system COMPONENT studio-kiosk)
endforeach()
install(FILES ${UNITS}/studio-kiosk-again.timer
  DESTINATION lib/systemd/system COMPONENT studio-kiosk)
install(FILES ${UNITS}/studio-kiosk.rules RENAME 70-studio-kiosk.rules
  DESTINATION lib/udev/rules.d COMPONENT studio-kiosk)
install(FILES ${UNITS}/studio-kiosk.sysctl RENAME 60-studio-kiosk.conf
  DESTINATION lib/sysctl.d COMPONENT studio-kiosk)
install(FILES ${UNITS}/studio-kiosk.logind RENAME studio-kiosk.conf
  DESTINATION lib/systemd/logind.conf.d COMPONENT studio-kiosk)
install(FILES ${UNITS}/studio-kiosk.journald RENAME studio-kiosk.conf
  DESTINATION lib/systemd/journald.conf.d COMPONENT studio-kiosk)
install(FILES ${UNITS}/studio-kiosk.default RENAME studio-kiosk
  DESTINATION /etc/default COMPONENT studio-kiosk)

install(TARGETS county-stub RUNTIME DESTINATION bin COMPONENT county-stub)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/assets/demo ${CMAKE_SOURCE_DIR}/assets/mechanisms ${CMAKE_SOURCE_DIR}/assets/safety
  DESTINATION share/county-stub/assets COMPONENT county-stub
  PATTERN README.md EXCLUDE PATTERN sentences EXCLUDE)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/deploy/province DESTINATION share/county-stub COMPONENT county-stub
  USE_SOURCE_PERMISSIONS PATTERN rig.sh EXCLUDE PATTERN *.md EXCLUDE)
install(FILES ${UNITS}/county-stub.service DESTINATION lib/systemd/system COMPONENT county-stub)
install(FILES ${UNITS}/county-stub.default RENAME county-stub DESTINATION /etc/default COMPONENT county-stub)

set(made ${CMAKE_BINARY_DIR}/debian)
foreach(package IN ITEMS studio-kiosk county-stub)
  install(FILES ${UNITS}/${package}.sysusers RENAME ${package}.conf
    DESTINATION lib/sysusers.d COMPONENT ${package})
  install(FILES ${UNITS}/${package}.tmpfiles RENAME ${package}.conf
    DESTINATION lib/tmpfiles.d COMPONENT ${package})
  install(FILES ${DEBIAN}/copyright DESTINATION share/doc/${package} COMPONENT ${package})
  # Zipped by deploy/package.
  install(FILES ${made}/${package}/changelog.gz DESTINATION share/doc/${package} COMPONENT ${package})
  install(FILES ${made}/${package}/${package}.1.gz DESTINATION share/man/man1 COMPONENT ${package})
  install(FILES ${DEBIAN}/${package}.lintian-overrides RENAME ${package}
    DESTINATION share/lintian/overrides COMPONENT ${package})
  string(TOUPPER ${package} upper)
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${package})
  set(CPACK_DEBIAN_${upper}_FILE_NAME DEB-DEFAULT)
  set(CPACK_DEBIAN_${upper}_PACKAGE_CONTROL_EXTRA
    ${DEBIAN}/${package}/postinst ${DEBIAN}/${package}/prerm ${DEBIAN}/${package}/postrm ${DEBIAN}/${package}/conffiles)
endforeach()

set(needed "")
foreach(list IN ITEMS running station)
  file(STRINGS ${CMAKE_SOURCE_DIR}/deploy/packages/${list} lines REGEX "^[a-z]")
  list(APPEND needed ${lines})
endforeach()
list(APPEND needed "systemd | systemd-standalone-sysusers" udev)
list(JOIN needed ", " needed)

set(CPACK_GENERATOR DEB)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_COMPONENTS_ALL studio-kiosk county-stub)
set(CPACK_PACKAGE_NAME member-studio)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_PACKAGE_VERSION ${STUDIO_PACKAGE_VERSION})
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "$ENV{STUDIO_MAINTAINER}")
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_STUDIO-KIOSK_PACKAGE_DEPENDS "${needed}")
set(CPACK_DEBIAN_COUNTY-STUB_PACKAGE_DEPENDS "systemd | systemd-standalone-sysusers")
set(CPACK_COMPONENT_STUDIO-KIOSK_DESCRIPTION
"touch-screen terminal of a committee members' studio
Villagers file requests at it, members check in and write up, managers answer
for month and year. It starts with the machine, alone on the screen, and keeps
what was said sealed until the county has it.")
set(CPACK_COMPONENT_COUNTY-STUB_DESCRIPTION
"small county server for members' studio terminals
Takes what the terminals send, each record once, signs for it, and tells them
what became of it. One county on one machine.")
include(CPack)
