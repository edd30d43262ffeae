"""A server that speaks the chat completions protocol, well or badly as its first argument says; prints its port."""

import json
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MANNER = sys.argv[1]


class Handler(BaseHTTPRequestHandler):
    """Answers every POST in the manner asked for."""

    def do_POST(self) -> None:
        """One completion."""
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        getattr(self, MANNER)(asked)

    def echo(self, asked: dict) -> None:
        """Give the letter back unchanged, with what was asked in a header."""
        self.say(json.loads(asked["messages"][1]["content"])["letter"])

    def reply(self, asked: dict) -> None:
        """Say the words of the second argument."""
        self.say(sys.argv[2])

    def asked(self, asked: dict) -> None:
        """Say back everything that was received."""
        self.say(json.dumps({"body": asked, "key": self.headers.get("Authorization", "")}))

    def error(self, asked: dict) -> None:
        """An internal error."""
        self.send_error(500)

    def redirect(self, asked: dict) -> None:
        """Send the asker elsewhere."""
        self.send_response(307)
        self.send_header("Location", "http://127.0.0.1:9/elsewhere")
        self.end_headers()

    def nonsense(self, asked: dict) -> None:
        """Something that is no answer."""
        self.raw(b'{"choices": "yes"}')

    def binary(self, asked: dict) -> None:
        """Bytes that are no text."""
        self.raw(bytes(range(256)) * 8)

    def empty(self, asked: dict) -> None:
        """No words."""
        self.say("   ")

    def silence(self, asked: dict) -> None:
        """Take the question and say nothing."""
        time.sleep(60)

    def endless(self, asked: dict) -> None:
        """Text that does not end."""
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b'{"choices": [{"message": {"content": "' + b"word " * 2000)
        except OSError:
            return

    def drip(self, asked: dict) -> None:
        """One letter at a time, for ever."""
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def hang_up(self, asked: dict) -> None:
        """End the line in the middle of the answer."""
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b'{"choi')

    def say(self, words: str) -> None:
        """A well-formed answer."""
        self.raw(json.dumps({"choices": [{"message": {"role": "assistant", "content": words}}]}).encode())

    def raw(self, content: bytes) -> None:
        """Any bytes with status 200."""
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *words: object) -> None:
        """Keep quiet."""


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
server.serve_forever()
