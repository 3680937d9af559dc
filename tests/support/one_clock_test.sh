#!/usr/bin/env bash
# No page and no file's name goes by the machine's own clock, which may be days off: what is shown
# goes by KioskState::CountyMs.
#   one_clock_test.sh SOURCE
cd "$1" && ! grep -rn '\.wall_ms' kiosk/ui kiosk/annex
