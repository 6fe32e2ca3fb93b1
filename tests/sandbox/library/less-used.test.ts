/** What few programs use: Windows paths, parseArgs, MIMEType, URLPattern, observers of performance, emitters that catch rejections. */
import { expect, test } from "vitest";
import { run } from "../../harness.ts";
import { sameAsNode } from "./differential.ts";
import { guest, inNodeAsync } from "./guest.ts";

sameAsNode(
  String.raw`
  e(()=>require("path").win32.join("a","..","C:\\x","y.txt"))
  e(()=>require("path").win32.relative("C:\\a\\b","C:\\a\\c"))
  e(()=>require("path").win32.parse("C:\\p\\f.txt"))
  e(()=>require("path").win32.resolve("C:\\a","..\\b"))
  e(()=>require("path").win32.normalize("C:/a/../b"))
  e(()=>require("path").win32.basename("C:\\x\\y.txt",".txt"))
  e(()=>require("path").win32.join(5))
  e(()=>require("path").win32.posix===require("path"))
  e(()=>require("path").win32.win32===require("path").win32)
  e(()=>util.parseArgs({args:["-ab","--no-color","--x=5","--x","6","--","y"],options:{a:{type:"boolean",short:"a"},b:{type:"boolean",short:"b"},color:{type:"boolean"},x:{type:"string",multiple:true}},allowNegative:true,allowPositionals:true,tokens:true}))
  e(()=>util.parseArgs({args:["--nope"]}))
  e(()=>util.parseArgs({args:["--nope"],options:{},allowPositionals:true}))
  e(()=>util.parseArgs({args:["--nope","x"],strict:false}))
  e(()=>util.parseArgs({args:["pos"],options:{}}))
  e(()=>util.parseArgs({args:["--x"],options:{x:{type:"string"}}}))
  e(()=>util.parseArgs({args:["--x=1"],options:{x:{type:"boolean"}}}))
  e(()=>util.parseArgs({args:[],options:{x:{type:"number"}}}))
  e(()=>util.parseArgs({args:[],options:{x:{type:"string",default:5}}}))
  e(()=>util.parseArgs({args:[],options:{x:{type:"string",default:["a",5],multiple:true}}}))
  e(()=>util.parseArgs({args:5}))
  e(()=>String(new util.MIMEType('text/html; charset=utf-8;q="a b"')))
  e(()=>new util.MIMEType("texthtml"))
  e(()=>[...new util.MIMEType("a/b;c=d").params])
  e(()=>new (require("perf_hooks").PerformanceObserver)())
  e(()=>new PerformanceObserver(()=>{}).observe())
  e(()=>new PerformanceObserver(()=>{}).observe({entryTypes:["mark"],type:"x"}))
  e(()=>new PerformanceObserver(()=>{}).observe({entryTypes:5}))
  e(()=>PerformanceObserver.supportedEntryTypes)
  e(()=>new (require("events"))({captureRejections:1}))
  e(()=>{require("events").captureRejections=5})
  e(()=>require("events").captureRejections)
  e(()=>new URLPattern({pathname:"/users/:id"}).exec("https://a.b/users/7"))
  e(()=>new URLPattern({pathname:"/users/:id"}).exec({pathname:"/users/7"}))
  e(()=>new URLPattern({pathname:"/users/:id"}).exec("https://a.b/users/7/x"))
  e(()=>new URLPattern("/a/*","https://x.y").exec("https://x.y/a/b/c?d#e"))
  e(()=>new URLPattern("https://*.example.com/:path(\\d+)?").exec("https://a.example.com/5"))
  e(()=>new URLPattern({pathname:"/(foo|bar)/{:x}?"}).exec({pathname:"/foo/"}))
  e(()=>new URLPattern({pathname:"/A"},{ignoreCase:true}).test({pathname:"/a"}))
  e(()=>new URLPattern({search:"*q=:q&*"}).exec("https://a.b/?x=1&q=5&z").search)
  e(()=>new URLPattern({pathname:"/books/:id",baseURL:"https://a.b"}).hostname)
  e(()=>{const {pathname,port,hasRegExpGroups}=new URLPattern("https://a.b:443/x/:y");return [pathname,port,hasRegExpGroups]})
  e(()=>new URLPattern({pathname:"/:a/:a"}))
  e(()=>new URLPattern("/x"))
  e(()=>new URLPattern(5))
  e(()=>new URLPattern().test())
  e(()=>[URLPattern.name,URLPattern.length,require("url").URLPattern===URLPattern,new URLPattern(null)])
  e(()=>["%","a==","abc=","ab=","abcd=","ab%=","abcde","ab=c","YQ"," Y Q = = ",""].map((text)=>{try{return atob(text)}catch(x){return x.message}}))
  `,
);

const SETTLING = {
  "an observer of performance is told of what came in one turn, and of nothing after disconnect": `
    const { PerformanceObserver, performance } = require("perf_hooks");
    const seen = [];
    performance.mark("before");
    const observer = new PerformanceObserver((list, self) =>
      seen.push(list.getEntries().map((one) => one.name + " " + one.entryType), self === observer, list.getEntriesByName("b").length));
    observer.observe({ type: "mark", buffered: true });
    performance.mark("a");
    performance.measure("m", "before", "a");
    seen.push(observer.takeRecords().length);
    performance.mark("b");
    await new Promise((done) => setTimeout(done, 5));
    observer.disconnect();
    performance.mark("c");
    await new Promise((done) => setTimeout(done, 5));
    return seen;`,
  "what an asynchronous listener rejects with becomes an error event": `
    const EventEmitter = require("events");
    const seen = [];
    const emitter = new EventEmitter({ captureRejections: true });
    emitter.on("error", (error) => seen.push(error.message));
    emitter.on("rejects", async () => { throw new Error("rejected"); });
    emitter.on("then", () => ({ get then() { throw new Error("then"); } }));
    emitter.emit("rejects");
    emitter.emit("then");
    await new Promise((done) => setTimeout(done, 5));
    emitter[Symbol.for("nodejs.rejection")] = (error, type, ...args) => seen.push([error.message, type, args]);
    emitter.emit("rejects", 1, 2);
    await new Promise((done) => setTimeout(done, 5));
    return seen;`,
};

for (const [title, body] of Object.entries(SETTLING)) {
  test(`${title}, as in Node`, async () => {
    expect(guest().runAsync(body)).toEqual(await inNodeAsync(body));
  });
}

test("What asks for a part of Node's that is not here throws an error that the function can catch, and the simulation goes on.", () => {
  const handler = `import path from "node:path";
    export const handler = async () => { try { return path.win32.matchesGlob("a", "*"); } catch (error) { return error.code; } };`;
  const answers = run(handler).events.flatMap((event) => (event.type === "invocation-responded" ? [event.Payload] : []));
  expect(answers).toEqual(['"ERR_UNKNOWN_BUILTIN_MODULE"']);
});
