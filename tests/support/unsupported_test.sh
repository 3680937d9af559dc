#!/usr/bin/env bash
# On another system, and where nothing was checked out, the two commands say one sentence and end.
#   unsupported_test.sh SOURCE
set -u
source=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

says() { # WHAT FOLDER OS_RELEASE
  local said status
  for command in run test; do
    said=$(OS_RELEASE=$3 "$2/deploy/$command" 2>&1)
    status=$?
    if [ $status = 0 ] || [ "$(wc -l <<<"$said")" != 1 ] || ! grep -q "$1" <<<"$said"; then
      echo "deploy/$command: status $status: $said"
      failed=1
    fi
  done
}

printf 'ID=ubuntu\nVERSION_ID="24.04"\n' >"$scratch/ubuntu"
printf 'ID=debian\nVERSION_ID="12"\n' >"$scratch/debian"
mkdir "$scratch/copied"
cp -r "$source/deploy" "$scratch/copied"
says "ubuntu 24.04" "$source" "$scratch/ubuntu"
says "unknown" "$source" "$scratch/nothing"
says "copied is none" "$scratch/copied" "$scratch/debian"
mkdir "$scratch/copied/.git"
says "git does not take" "$scratch/copied" "$scratch/debian"
exit $failed
