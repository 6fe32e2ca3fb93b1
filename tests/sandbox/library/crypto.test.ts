import { sameAsNode } from "./differential.ts";

sameAsNode(
  `
  e(()=>require("crypto").randomBytes(-1))
  e(()=>require("crypto").randomBytes("x"))
  e(()=>require("crypto").randomBytes(4).length)
  e(()=>require("crypto").randomInt(5,5))
  e(()=>require("crypto").randomInt("a"))
  e(()=>require("crypto").randomInt(0))
  e(()=>require("crypto").randomInt(0,2**49))
  e(()=>crypto.getRandomValues([]))
  e(()=>crypto.getRandomValues(new Float32Array(1)))
  e(()=>crypto.getRandomValues(new Uint8Array(65537)))
  e(()=>crypto.getRandomValues(new Uint8Array(5)).length)
  e(()=>/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID()))
  e(()=>require("crypto").timingSafeEqual(Buffer.from("a"),Buffer.from("a")))
  e(()=>require("crypto").timingSafeEqual(Buffer.from("a"),Buffer.from("ab")))
  e(()=>require("crypto").timingSafeEqual("a",Buffer.from("ab")))
  e(()=>require("os").EOL)
  e(()=>require("module").isBuiltin("node:fs"))
  e(()=>typeof performance.now())
  e(()=>performance.mark("a").name)
  e(()=>{performance.mark("s",{startTime:1});performance.mark("t",{startTime:3});const m=performance.measure("m","s","t");return [m.name,m.duration,m.startTime,m.entryType]})
  e(()=>performance.measure("m","nope"))
  `,
);
