# What the scripts of a province share: the values of this machine, and PostgreSQL as Debian runs it.
conf=${PROVINCE_CONF:-/etc/county-province/province.conf}
[ -r "$conf" ] || {
  echo "$conf is missing: copy province.conf there and fill it in" >&2
  exit 1
}
. "$conf"

readonly kDatabase=province kCounty=county kCopy=county_copy
etc=${PG_CLUSTER_CONF_ROOT:-/etc/postgresql}/$PG_VERSION/$PG_CLUSTER
data=$(pg_conftool -s "$PG_VERSION" "$PG_CLUSTER" show data_directory)
socket=$(pg_conftool -s "$PG_VERSION" "$PG_CLUSTER" show unix_socket_directories)
programs=/usr/lib/postgresql/$PG_VERSION/bin

die() {
  echo "$*" >&2
  exit 1
}
as_postgres() { (cd / && if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi); }
# Rows of this machine's PostgreSQL, without ornament.
ask() { as_postgres psql -h "$socket" -p "$PG_PORT" -d "${2:-postgres}" -v ON_ERROR_STOP=1 -Atqc "$1"; }
control() { pg_ctlcluster --skip-systemctl-redirect "$PG_VERSION" "$PG_CLUSTER" "$@"; }
password() { head -n 1 "$PASSWORD_FILE"; }
# Settings that do not travel with the data. Who comes back after a failure must not be a second
# primary: it is started by db-start.
write_settings() {
  cat >"$etc/conf.d/county.conf" <<EOF
listen_addresses = '*'
password_encryption = 'scram-sha-256'
wal_level = replica
max_wal_senders = 10
wal_keep_size = 1GB
wal_log_hints = on
max_connections = 300
synchronous_commit = on
EOF
  grep -q county_copy "$etc/pg_hba.conf" || cat >>"$etc/pg_hba.conf" <<EOF
host $kDatabase $kCounty $NETWORK scram-sha-256
host replication $kCopy $NETWORK scram-sha-256
EOF
  echo manual >"$etc/start.conf"
}
# primary, copy, or away.
state_here() {
  case $(ask 'SELECT pg_is_in_recovery()' 2>/dev/null || true) in
    f) echo primary ;;
    t) echo copy ;;
    *) echo away ;;
  esac
}
state_of_other() {
  case $(PGPASSWORD=$(password) PGCONNECT_TIMEOUT=3 psql -h "$OTHER_HOST" -p "$OTHER_PORT" -U "$kCounty" \
    -d "$kDatabase" -Atqc 'SELECT pg_is_in_recovery()' 2>/dev/null || true) in
    f) echo primary ;;
    t) echo copy ;;
    *) echo away ;;
  esac
}
# until SECONDS COMMAND...
until_true() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.2
  done
}
