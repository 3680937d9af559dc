#!/usr/bin/env python3
"""Makes the test vectors in this folder from protocol.md alone.

It shares no code with shared/*.cpp, so the two check each other. Every key, nonce and id is
fixed, so the files come out the same each time. Needs Python 3.9 and libsodium.so.23.
"""
import base64
import ctypes
import hashlib
import json
import pathlib
import struct

HERE = pathlib.Path(__file__).parent
SODIUM = ctypes.CDLL("libsodium.so.23")
assert SODIUM.sodium_init() >= 0


def sodium(name, size, *args):
    out = ctypes.create_string_buffer(size)
    assert getattr(SODIUM, name)(out, *args) == 0, name
    return out.raw


def size(n):
    return ctypes.c_ulonglong(n)


def b64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def domain_hash(domain, data):
    return hashlib.sha256(domain.encode() + b"\0" + data).digest()


class Signer:
    def __init__(self, seed):
        self.seed = seed
        self.secret = ctypes.create_string_buffer(64)
        self.public = sodium("crypto_sign_seed_keypair", 32, self.secret, seed)
        self.key_id = domain_hash("ms.key.v1", self.public)[:8]

    def bare(self, message):
        return sodium("crypto_sign_detached", 64, None, message, size(len(message)), self.secret)

    def sign(self, context, message):
        return self.bare(context.encode() + b"\0" + message)


class Box:
    def __init__(self, seed):
        self.seed = seed
        secret = ctypes.create_string_buffer(32)
        self.public = sodium("crypto_box_seed_keypair", 32, secret, seed)
        self.secret = secret.raw
        self.key_id = domain_hash("ms.key.v1", self.public)[:8]


def box_seal(message, reader, ephemeral):
    """crypto_box_seal with its one-time key given instead of drawn."""
    nonce = hashlib.blake2b(ephemeral.public + reader, digest_size=24).digest()
    box = sodium("crypto_box_easy", len(message) + 16, message, size(len(message)), nonce, reader,
                 ephemeral.secret)
    return ephemeral.public + box


def uuid_text(raw):
    h = raw.hex()
    return "-".join((h[:8], h[8:12], h[12:16], h[16:20], h[20:]))


def seed(n):
    return bytes([n]) * 32


TERMINAL, COUNTY = Signer(seed(1)), Signer(seed(2))
COUNTY_BOX, STUDIO_BOX = Box(seed(3)), Box(seed(4))
RECORD_ID = bytes.fromhex("0193456789ab7def8123456789abcdef")
STREAM = bytes.fromhex("11111111222243338444555555555555")
OLD_STREAM = bytes.fromhex("aaaaaaaabbbb4ccc8ddd000000000000")
BOOT = bytes.fromhex("b0070000000040008000000000000001")
LEDGER = bytes.fromhex("1ed6e700000040008000000000000001")
TERMINAL_NUMBER, STUDIO = 37, 3


def sealing():
    body = json.dumps({"words": "村口的路灯坏了", "visibility": "named", "name": "𬱖㛃"},
                      ensure_ascii=False, separators=(",", ":")).encode()
    content_key, nonce = seed(9), bytes(range(24))
    before_nonce = b"MSS1" + bytes([2])
    for n, box in enumerate((COUNTY_BOX, STUDIO_BOX)):
        before_nonce += box.key_id + box_seal(content_key, box.public, Box(seed(20 + n)))
    binding = RECORD_ID + bytes([1]) + struct.pack(">I", TERMINAL_NUMBER)
    plain = binding + struct.pack(">I", len(body)) + body
    plain += bytes(-len(plain) % 256)
    beside = binding + before_nonce
    ciphertext = sodium("crypto_aead_xchacha20poly1305_ietf_encrypt", len(plain) + 16, None, plain,
                        size(len(plain)), beside, size(len(beside)), None, nonce, content_key)
    return body, before_nonce + nonce + ciphertext


BODY, SEALED = sealing()
SEALED_HASH = domain_hash("ms.sealed.v1", SEALED)
ATTACHMENT = hashlib.sha256(b"photo").digest()
HEADER = (b"MSR1" + RECORD_ID + bytes([1, 1]) + struct.pack(">IIqq", STUDIO, TERMINAL_NUMBER,
          1767225600123, 4242) + BOOT + bytes([1]) + struct.pack(">q", -1500) + bytes([1])
          + ATTACHMENT + SEALED_HASH)
DIGEST = domain_hash("ms.record.v1", HEADER)
OPENING = STREAM + struct.pack(">I", TERMINAL_NUMBER) + b"\1" + OLD_STREAM + struct.pack(">Q", 5) + seed(0xdd)
FIRST_OPENING = STREAM + struct.pack(">I", TERMINAL_NUMBER) + bytes(1 + 16 + 8 + 32)
FIRST_PREVIOUS = domain_hash("ms.stream.v1", OPENING)
PLACE = STREAM + struct.pack(">Q", 1) + FIRST_PREVIOUS
PLACE_SIGNATURE = TERMINAL.sign("ms.place.v1", DIGEST + PLACE)


def batch(entries):
    out = b"MSB1" + struct.pack(">I", TERMINAL_NUMBER) + OPENING + struct.pack(">Q", 1) + DIGEST
    return out + struct.pack(">H", len(entries)) + b"".join(entries)


ENTRY = struct.pack(">H", len(HEADER)) + HEADER + PLACE + TERMINAL.key_id + PLACE_SIGNATURE
BATCH = batch([ENTRY + b"\1" + struct.pack(">I", len(SEALED)) + SEALED, ENTRY + b"\0"])
EMPTY_BATCH = batch([])


def envelope(context, payload):
    text = json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return {"context": context, "payload": text.decode(),
            "envelope_hex": (b"MSE1" + COUNTY.key_id + COUNTY.sign(context, text) + text).hex()}


def check_digit(digits):
    product = 10
    for d in map(int, digits):
        product = ((product + d) % 10 or 10) * 2 % 11
    return str((11 - product) % 10)


def receipt(terminal, five):
    digits = f"{terminal:03d}{five:05d}"
    return digits + check_digit(digits)


def reading_seed(number, code):
    salt = domain_hash("ms.reading.v1", number.encode())[:16]
    return sodium("crypto_pwhash", 32, size(32), code.encode(), size(len(code)), salt, size(3),
                  ctypes.c_size_t(64 << 20), 2)


def attachment():
    """secretstream's own init_push would draw the header, so the state is set by init_pull."""
    key, header = seed(10), bytes(range(100, 124))
    plain = bytes(i * 31 % 256 for i in range(65536 + 100))
    state = ctypes.create_string_buffer(52)
    stream = "crypto_secretstream_xchacha20poly1305_"
    assert getattr(SODIUM, stream + "init_pull")(state, header, key) == 0
    file = b"MSA1" + header
    for piece, tag in ((plain[:65536], 0), (plain[65536:], 3)):  # TAG_MESSAGE, TAG_FINAL
        out = ctypes.create_string_buffer(len(piece) + 17)
        assert getattr(SODIUM, stream + "push")(state, out, None, piece, size(len(piece)), None,
                                                size(0), ctypes.c_ubyte(tag)) == 0
        file += out.raw
    return key, plain, file


BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def base45(data):
    out = ""
    for i in range(0, len(data), 2):
        part = data[i:i + 2]
        n = int.from_bytes(part, "big")
        for _ in range(len(part) + 1):
            n, digit = divmod(n, 45)
            out += BASE45[digit]
    return out


def badge(kind, member, issued, expires, nonce, secret):
    content = (bytes([kind]) + struct.pack(">IH", 990001, len(member.encode())) + member.encode()
               + struct.pack(">qq", issued, expires) + nonce)
    signed = (b"\1" + COUNTY.key_id + COUNTY.sign("ms.badge.v1", content)
              + struct.pack(">H", len(content)) + content)
    vector = {"kind": {1: "card", 2: "live"}[kind], "county": 990001, "member": member,
              "issued_s": issued, "expires_s": expires, "nonce_hex": nonce.hex(),
              "content_hex": content.hex(), "text": "MS1:" + base45(signed)}
    if secret:
        vector["secret_hex"] = secret.hex()
        vector["text_with_secret"] = "MS1:" + base45(signed + secret)
    return vector


def signed_request():
    body = EMPTY_BATCH
    digest = "sha-256=:" + base64.b64encode(hashlib.sha256(body).digest()).decode() + ":"
    params = ('("@method" "@authority" "@path" "@query" "content-digest");created=1767225600;'
              f'keyid="{TERMINAL_NUMBER}";nonce="{b64url(bytes(range(16)))}";alg="ed25519"')
    base = "\n".join(('"@method": POST', '"@authority": county.example:8443', '"@path": /v1/records',
                      '"@query": ?', f'"content-digest": {digest}', f'"@signature-params": {params}'))
    return {"method": "POST", "authority": "county.example:8443", "path": "/v1/records", "query": "?",
            "body_hex": body.hex(), "content_digest": digest, "signature_input": "ms=" + params,
            "signature_base": base,
            "signature": "ms=:" + base64.b64encode(TERMINAL.bare(base.encode())).decode() + ":"}


def sealed_text(magic, name, text, reader, ephemeral):
    plain = (struct.pack(">H", len(name.encode())) + name.encode()
             + struct.pack(">I", len(text.encode())) + text.encode())
    return magic + box_seal(plain + bytes(-len(plain) % 256), reader.public, ephemeral)


def compact(content):
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


ATTACHMENT_KEY, ATTACHMENT_PLAIN, ATTACHMENT_FILE = attachment()

DEED_NAME, YEAR_NAME = f"{STUDIO}/{uuid_text(RECORD_ID)}", f"{STUDIO}/2025"
DEED = compact({
    "id": "提-37", "kind": "proposal", "done": "2026-03-01",
    "members": [{"id": "m07", "role": "lead"}, {"id": "-"},
                {"id": "m09", "attendance": "late", "confirmed": False, "units": {"hours": "3/2"}}],
    "studio": STUDIO, "level": "city", "must_attend": True, "units": {"half_days": "2"},
    "states": [{"state": "filed", "on": "2026-03-20"},
               {"state": "adopted", "on": "2026-04-10", "level": "city", "form": "single"}],
    "marks": ["collective"], "score": "-19/2", "proof": "签到簿", "entered_by": "m07",
    "confirmed_by": "演示办公室", "waiting": True})
CLOSED_YEAR = compact({"closed_by": "演示办公室", "grades": {"m07": "优秀", "m09": "称职"}, "year": 2025})

REPLY_RECORD = bytes.fromhex("0193456789ab7def8123456789abcd11")
REPLY_BODY = {
    "receipt": receipt(TERMINAL_NUMBER, 48215), "request": uuid_text(RECORD_ID), "way": "village",
    "words": "已请村委去看", "due": "2026-12-05", "call_back": True, "studio": STUDIO,
    "member": "m07", "member_name": "示例甲", "token": "MSM1.", "at_ms": 1767225600123,
    "danger": False}
SLIP = Box(seed(14))
REPLY_ANSWER = {"course": [{
    "step": "replied", "at_ms": 1767225600123, "unit": "", "text": "已请村委去看",
    "said": {"record": uuid_text(REPLY_RECORD), "way": "village", "member": "示例甲",
             "due": "2026-12-05", "call_back": True}}]}

FILES = {
    "keys": {
        "terminal": {"seed_hex": TERMINAL.seed.hex(), "public_hex": TERMINAL.public.hex(),
                     "key_id_hex": TERMINAL.key_id.hex()},
        "county": {"seed_hex": COUNTY.seed.hex(), "public_hex": COUNTY.public.hex(),
                   "key_id_hex": COUNTY.key_id.hex()},
        "county_box": {"seed_hex": COUNTY_BOX.seed.hex(), "public_hex": COUNTY_BOX.public.hex(),
                       "key_id_hex": COUNTY_BOX.key_id.hex()},
        "studio_box": {"seed_hex": STUDIO_BOX.seed.hex(), "public_hex": STUDIO_BOX.public.hex(),
                       "key_id_hex": STUDIO_BOX.key_id.hex()},
    },
    "record": {
        "id": uuid_text(RECORD_ID), "kind": "request", "urgent": True, "studio": STUDIO,
        "terminal": TERMINAL_NUMBER, "wall_ms": 1767225600123, "monotonic_ms": 4242,
        "boot": uuid_text(BOOT), "offset_ms": -1500, "attachments_hex": [ATTACHMENT.hex()],
        "sealed_hash_hex": SEALED_HASH.hex(), "header_hex": HEADER.hex(), "digest_hex": DIGEST.hex(),
    },
    "sealed": {
        "id": uuid_text(RECORD_ID), "kind": "request", "terminal": TERMINAL_NUMBER,
        "body": BODY.decode(), "sealed_hex": SEALED.hex(),
    },
    "stream": {
        "stream": uuid_text(STREAM), "terminal": TERMINAL_NUMBER, "succeeds": uuid_text(OLD_STREAM),
        "old_seq": 5, "old_digest_hex": seed(0xdd).hex(), "opening_hex": OPENING.hex(),
        "first_previous_hex": FIRST_PREVIOUS.hex(), "first_opening_hex": FIRST_OPENING.hex(),
        "place_seq": 1, "place_signature_hex": PLACE_SIGNATURE.hex(),
    },
    "batch": {"batch_hex": BATCH.hex(), "batch_hash_hex": domain_hash("ms.batch.v1", BATCH).hex(),
              "empty_hex": EMPTY_BATCH.hex()},
    "envelopes": {
        "ack": envelope("ms.ack.v1", {
            "terminal": TERMINAL_NUMBER, "batch_hash": b64url(domain_hash("ms.batch.v1", BATCH)),
            "ledger": uuid_text(LEDGER), "safe_serial": 12, "county_time_ms": 1767225605000,
            "answers": [
                {"id": uuid_text(RECORD_ID), "status": "stored", "serial": 13, "reason": ""},
                {"id": uuid_text(RECORD_ID), "status": "duplicate", "serial": 13, "reason": ""}],
            "stream": uuid_text(STREAM), "stream_count": 1,
            "stream_head": {"seq": 1, "digest": b64url(DIGEST)}, "feed_cursor": "7"}),
        "feed": envelope("ms.feed.v1", {
            "studio": STUDIO, "generation": uuid_text(LEDGER), "from": "", "to": "2", "more": False,
            "county_time_ms": 1767225605000,
            "changes": [
                {"kind": "category", "id": "roads", "version": 1, "deleted": False,
                 "body": {"name": "道路桥梁", "hint": "路灯 护栏", "icon": "alt_route", "order": 1}},
                {"kind": "village", "id": "v1", "version": 2, "deleted": True}]}),
        "attachment": envelope("ms.attachment.v1", {
            "terminal": TERMINAL_NUMBER, "digest": hashlib.sha256(ATTACHMENT_FILE).hexdigest(),
            "serial": 14, "safe_serial": 12, "ledger": uuid_text(LEDGER),
            "county_time_ms": 1767225605000}),
        "time": envelope("ms.time.v1", {"nonce": bytes(range(16)).hex(),
                                        "county_time_ms": 1767225605000}),
        "enrolment": envelope("ms.enrolment.v1", {
            "terminal": TERMINAL_NUMBER, "studio": STUDIO, "studio_name": "示例工作室",
            "county_name": "演示市政协", "county_signing_key": b64url(COUNTY.public),
            "county_sealing_key": b64url(COUNTY_BOX.public), "feed_generation": uuid_text(LEDGER),
            "county_time_ms": 1767225605000}),
    },
    "receipts": {
        "numbers": [{"terminal": t, "five_digits": f, "number": receipt(t, f)}
                    for t, f in ((37, 48215), (1, 0), (999, 99999), (1000, 12345), (4294967295, 1))],
        "number": receipt(37, 48215), "code": "59061473",
        "reading_seed_hex": reading_seed(receipt(37, 48215), "59061473").hex(),
        "reading_public_hex": Box(reading_seed(receipt(37, 48215), "59061473")).public.hex(),
        "slip_text": f"MSR:{receipt(37, 48215)}.59061473",
    },
    "enrolment_code": {"typed": "7k3m-9qxt-i0", "code": "7K3M9QXT10",
                       "hash_hex": domain_hash("ms.enrolment-code.v1", b"7K3M9QXT10").hex()},
    "attachment": {
        "key_hex": ATTACHMENT_KEY.hex(), "plain_bytes": len(ATTACHMENT_PLAIN),
        "plain_byte_at": "i * 31 mod 256", "plain_sha256_hex": hashlib.sha256(ATTACHMENT_PLAIN).hexdigest(),
        "digest_hex": hashlib.sha256(ATTACHMENT_FILE).hexdigest(),
        "upload_metadata": "digest " + base64.b64encode(hashlib.sha256(ATTACHMENT_FILE).digest()).decode(),
        "file_base64": base64.b64encode(ATTACHMENT_FILE).decode(),
    },
    "signed_request": signed_request(),
    "deeds": {
        "deed": {"name": DEED_NAME, "text": DEED,
                 "sealed_hex": sealed_text(b"MSD1", DEED_NAME, DEED, STUDIO_BOX, Box(seed(11))).hex()},
        "closed_year": {"name": YEAR_NAME, "text": CLOSED_YEAR,
                        "sealed_hex": sealed_text(b"MSD1", YEAR_NAME, CLOSED_YEAR, STUDIO_BOX,
                                                  Box(seed(12))).hex()},
        "reason": {"shift": "s1", "member": "m07", "text": "去市里开会",
                   "sealed_hex": sealed_text(b"MSW1", "s1/m07", "去市里开会", STUDIO_BOX,
                                             Box(seed(13))).hex()},
        "activity": {
            "kind": "visit", "title": "上门看望", "date": "2026-11-17", "studio": STUDIO,
            "place": "示例村", "organiser": "示例工作室", "level": "county", "must_attend": False,
            "members": [{"id": "m07", "role": "lead"}, {"id": "m09", "attendance": "late"}],
            "units": {"hours": "1.5", "residents": "12"}, "marks": ["commissioned"],
            "words": "走访三户", "late_entry": True, "attachments": [], "by": "m07", "token": "MSM1."},
        "information": {
            "title": "关于路灯的信息", "situation": "三处不亮", "analysis": "线路老化",
            "suggestion": "更换线路", "date": "2026-11-17", "studio": STUDIO,
            "members": [{"id": "m07", "role": "pen_holder"}], "form": "single",
            "handed_in_as": "topic", "sources": ["003748215"], "lines": [uuid_text(REPLY_RECORD)],
            "attachments": [], "by": "m07", "token": "MSM1."},
        "heard": {
            "act": "heard", "way": "phone", "who": "示例甲", "village": "v1", "village_name": "示例村",
            "category": "", "category_name": "", "words": "渠里没有水", "date": "2026-11-17",
            "studio": STUDIO, "by": "m07", "token": "MSM1."},
        "line_closing": {
            "act": "line_closing", "line": uuid_text(REPLY_RECORD), "outcome": "solved",
            "words": "水渠修好了", "date": "2026-11-20", "studio": STUDIO, "by": "m01",
            "token": "MSM1."},
    },
    "replies": {
        "record": uuid_text(REPLY_RECORD), "body": REPLY_BODY,
        "for_desk_hex": sealed_text(b"MSP1", uuid_text(REPLY_RECORD), compact(REPLY_BODY),
                                    STUDIO_BOX, Box(seed(15))).hex(),
        "slip_seed_hex": SLIP.seed.hex(),
        "for_slip_hex": sealed_text(b"MSN1", REPLY_BODY["receipt"], compact(REPLY_ANSWER), SLIP,
                                    Box(seed(16))).hex(),
    },
    "badges": {
        "card": badge(1, "m07", 1790000000, 1821536000, bytes(range(16)), seed(0xc3)[:16]),
        "live": badge(2, "委员m07", 1790000000, 1790000090, bytes(range(16, 32)), b""),
    },
}

for name, content in FILES.items():
    text = json.dumps(content, ensure_ascii=False, indent=1)
    (HERE / f"{name}.json").write_text(text + "\n", encoding="utf-8")
