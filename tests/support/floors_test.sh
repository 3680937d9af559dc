#!/usr/bin/env bash
# Holds what the files include against deploy/floors.txt: a file may include headers of the rooms and
# folders below it only, and no forbidden library, whatever path it takes to it.
#   floors_test.sh SOURCE_DIR
set -euo pipefail
cd "$1"

find kiosk shared server-stub -name '*.h' -o -name '*.cpp' | sort | awk '
  function room_of(path,  place) {
    for (place = path; sub("/[^/]*$", "", place);) if (place in rooms) return place
    return ""
  }
  # How high in its room a file stands.
  function height_of(path, room,  folders, count, i) {
    count = split(inside[room], folders, " ")
    for (i = 1; i <= count; i++)
      if (index(path, room "/" folders[i] "/") == 1) return i
    if (count > 0) wrong(path " stands in no folder that deploy/floors.txt names")
    return 0
  }
  # Headers stand in the include roots under the name of their room.
  function source_of(name) {
    sub("^server/", "server-stub/", name)
    if (name in known) return name
    return ("kiosk/" name) in known ? "kiosk/" name : ""
  }
  function wrong(what) { if (!(what in told)) { told[what]; print "  " what; faults++ } }
  # Everything that `path` includes, by whatever path, is told of `owner`.
  function walk(path, owner, room,  names, count, i, target) {
    count = split(includes[path], names, "\n")
    for (i = 1; i <= count; i++) {
      if (names[i] ~ /^</) {
        forbid(names[i], owner, room)
      } else if ((target = source_of(names[i])) != "" && !((owner, target) in walked)) {
        walked[owner, target]
        edge(owner, target, room)
        walk(target, owner, room)
      }
    }
  }
  function forbid(name, owner, room,  bans, count, i) {
    count = split(never[room], bans, " ")
    for (i = 1; i <= count; i++)
      if (name ~ ("[</]" bans[i] "[./]")) wrong(owner " includes " name ">")
  }
  function edge(owner, target, room,  other) {
    other = room_of(target)
    if (other == room) {
      if (height_of(target, room) > height_of(owner, room)) wrong(owner " includes " target)
    } else if (index(" " below[room] " ", " " other " ") == 0) {
      wrong(owner " includes " target)
    }
  }
  BEGIN {
    while ((getline line < "deploy/floors.txt") > 0) {
      if (line !~ /^[a-z]/) continue
      split(line, halves, ": ?")
      split(halves[1], words, " ")
      rooms[words[2]]
      if (words[1] == "below") below[words[2]] = halves[2]
      else if (words[1] == "inside") inside[words[2]] = halves[2]
      else never[words[2]] = halves[2]
    }
  }
  {
    known[$0]
    files[++file_count] = $0
    while ((getline line < $0) > 0)
      if (match(line, /^#include [<"][^>"]*/)) {
        name = substr(line, RSTART + 9, RLENGTH - 9)
        sub(/^"/, "", name)
        includes[$0] = includes[$0] (includes[$0] == "" ? "" : "\n") name
      }
    close($0)
  }
  END {
    for (i = 1; i <= file_count; i++) {
      room = room_of(files[i])
      if (room == "") wrong(files[i] " stands in no room that deploy/floors.txt names")
      else { height_of(files[i], room); walk(files[i], files[i], room) }
    }
    print file_count " files, " faults + 0 " includes go up or reach what is forbidden"
    exit file_count < 20 || faults > 0
  }'
