# A province in a folder of its own on this machine, for tests: two clusters, two county servers,
# HAProxy. Sourced; rig_begin DIR, then `on db1 COMMAND…`, rig_end.
rig_begin() {
  rig=$1
  declare -gA rig_pids=()
  mkdir -p "$rig/etc" "$rig/sockets"
  chmod 755 "$rig"
  [ "$(id -u)" != 0 ] || chown -R postgres "$rig/etc" "$rig/sockets"
  export PG_CLUSTER_CONF_ROOT=$rig/etc
  local version port=$((20000 + $$ % 20000)) name other
  version=$(ls /usr/lib/postgresql | sort -n | tail -n 1)
  echo "not-a-real-password" >"$rig/password"
  for name in db1 db2; do
    eval "rig_$name=$port"
    pg_createcluster -u "$([ "$(id -u)" = 0 ] && echo postgres || id -un)" -d "$rig/$name" -l "$rig/$name.log" \
      -s "$rig/sockets" -p "$port" --start-conf manual "$version" "$name" -- --no-sync -E UTF8 \
      --locale=C.UTF-8 >/dev/null
    port=$((port + 1))
  done
  for name in db1 db2; do
    printf 'fsync = off\nshared_buffers = 32MB\ncheckpoint_timeout = 30s\nmax_wal_size = 128MB\n' \
      >"$rig/etc/$version/$name/conf.d/rig.conf"
  done
  rig_version=$version
  rig_county1=$port rig_county2=$((port + 1)) rig_front=$((port + 2)) rig_metrics=$((port + 3))
  for name in db1 db2; do
    other=$([ $name = db1 ] && echo "$rig_db2" || echo "$rig_db1")
    cat >"$rig/$name.conf" <<EOF
PG_VERSION=$version
PG_CLUSTER=$name
PG_PORT=$([ $name = db1 ] && echo "$rig_db1" || echo "$rig_db2")
OTHER_HOST=127.0.0.1
OTHER_PORT=$other
NETWORK=127.0.0.0/8
PASSWORD_FILE=$rig/password
COUNTY_NAME=localhost
COUNTY_SERVERS="127.0.0.1:$rig_county1 127.0.0.1:$rig_county2"
LISTEN="127.0.0.1:$rig_front"
COPY_OPTIONS=--no-sync
CONNECTIONS=2000
EOF
  done
  rig_url="postgresql://county:not-a-real-password@127.0.0.1:$rig_db1,127.0.0.1:$rig_db2/province?schema=tieli&connect_timeout=2"
}
on() { PROVINCE_CONF=$rig/$1.conf "${@:2}"; }
rig_end() {
  local name pid
  for pid in "${rig_pids[@]}"; do kill -9 "$pid" 2>/dev/null || true; done
  for name in db1 db2; do
    pg_ctlcluster --skip-systemctl-redirect -m immediate "$rig_version" $name stop >/dev/null 2>&1 || true
  done
}

# What runs beside, by name: rig_run NAME COMMAND…; killed and begun again likewise.
rig_run() {
  "${@:2}" >>"$rig/$1.log" 2>&1 &
  rig_pids[$1]=$!
  disown
}
rig_kill() { # NAME
  kill -9 "${rig_pids[$1]}" 2>/dev/null || true
  unset "rig_pids[$1]"
}
# Postmaster and all it began, as where the power goes.
rig_kill_db() { # NAME
  local postmaster
  postmaster=$(head -n 1 "$rig/$1/postmaster.pid")
  kill -9 "$postmaster" $(ps -o pid= --ppid "$postmaster") 2>/dev/null || true
}
rig_until() { # SECONDS COMMAND…
  local end=$((SECONDS + $1))
  until "${@:2}"; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.1
  done
}
