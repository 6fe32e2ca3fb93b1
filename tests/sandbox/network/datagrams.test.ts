/** node:dgram sends, and refuses, as in Node, in as far as a sender can tell. */
import { sameInLambda } from "../library/whole-process.ts";

sameInLambda(
  {
    "a datagram is sent, and the callback has its length": `
      const socket = dgram.createSocket("udp4");
      const bytes = await new Promise((done, fail) => socket.send("지표", 8125, "127.0.0.1", (error, sent) => (error ? fail(error) : done(sent))));
      await new Promise((done) => socket.close(done));
      return [bytes, socket.type];`,
    "a part of a buffer, and a list of pieces, are sent": `
      const socket = dgram.createSocket({ type: "udp4" }).unref();
      const send = (...args) => new Promise((done) => socket.send(...args, (error, sent) => done([error, sent])));
      return [await send(Buffer.from("abcdef"), 1, 3, 8125, "127.0.0.1"), await send(["a", Buffer.from("bc")], 8125, "127.0.0.1")];`,
    "a connected socket says where it is connected": `
      const socket = dgram.createSocket("udp4").unref();
      await new Promise((done) => socket.connect(2000, "127.0.0.1", done));
      const remote = socket.remoteAddress();
      socket.disconnect();
      return remote;`,
    "a bound socket has an address": `
      const socket = dgram.createSocket("udp4").unref();
      await new Promise((done) => socket.bind(41234, done));
      return socket.address();`,
    "a closed socket sends no more": `
      const socket = dgram.createSocket("udp4");
      socket.close();
      socket.send("x", 1, "127.0.0.1");`,
    "another type is refused": 'dgram.createSocket("tcp")',
    "port 0 is refused": 'dgram.createSocket("udp4").unref().send("x", 0, "127.0.0.1")',
    "a socket that is not connected has no remote address": 'dgram.createSocket("udp4").unref().remoteAddress()',
    "a socket that is not bound has no address": 'dgram.createSocket("udp4").unref().address()',
    "what is no bytes is not sent": 'dgram.createSocket("udp4").unref().send(1, 2000, "127.0.0.1")',
  },
  { prelude: 'const dgram = require("node:dgram");' },
);
