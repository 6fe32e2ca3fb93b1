/** crypto.subtle, and what of node:crypto answers later: the guest and Node 24 give the same, call by call. */
import { expect, test } from "vitest";
import { KEYS } from "./crypto-keys.ts";
import { guest, inNodeAsync, snippets } from "./guest.ts";

const PRELUDE = `
  const util = require("util"), c = require("crypto");
  const KEYS = ${JSON.stringify(KEYS)};
  const s = crypto.subtle;
  const hex = (bytes) => Buffer.from(bytes).toString("hex");
  const text = (value) => new TextEncoder().encode(value);
  const bytes = (length) => Uint8Array.from({ length }, (_, i) => (i * 7 + 3) % 256);
  const der = (name, type) => c.createPrivateKey(KEYS[name]).export({ type, format: "der" });
  const spki = (name) => c.createPublicKey(KEYS[name]).export({ type: "spki", format: "der" });
  const jwk = (name, isPublic) => (isPublic ? c.createPublicKey(KEYS[name]) : c.createPrivateKey(KEYS[name])).export({ format: "jwk" });
  const e = async (f) => { try { return util.inspect(await f(), { depth: 9 }); } catch (x) { return [x.name, x.message, x.code, x.cause?.message, String(x)]; } };
  const p = (f) => new Promise((resolve) => f((...args) => resolve(args)));
  return await `;

const shared = guest();

for (const snippet of snippets(`
  Promise.all(["SHA-1","SHA-256","SHA-384","SHA-512","sha-256","SHA3-256","SHA3-512"].map(async (name) => hex(await s.digest(name, text("abc")))))
  e(()=>s.digest({name:"SHA-256"}, new ArrayBuffer(3)))
  e(()=>s.digest("MD5", text("abc")))
  e(()=>s.digest("SHA-256", "abc"))
  e(()=>s.digest("SHA-256"))
  e(()=>s.digest())
  e(()=>s.digest.call({}, "SHA-256", text("abc")))
  e(async()=>{const k=await s.importKey("raw",text("key"),{name:"HMAC",hash:"SHA-256"},true,["sign","verify"]);const m=await s.sign("HMAC",k,text("data"));return [k,hex(m),await s.verify("HMAC",k,m,text("data")),await s.verify("HMAC",k,m,text("other")),await s.exportKey("jwk",k),hex(await s.exportKey("raw",k))]})
  e(async()=>{const k=await s.importKey("jwk",{kty:"oct",k:"a2V5",alg:"HS512"},{name:"HMAC",hash:"SHA-512"},false,["sign"]);return [hex(await s.sign("HMAC",k,text("data"))),await e(()=>s.exportKey("raw",k)),await e(()=>s.verify("HMAC",k,text("x"),text("data")))]})
  e(()=>s.importKey("raw",text(""),{name:"HMAC",hash:"SHA-256"},true,["sign"]))
  e(()=>s.importKey("raw",text("a"),{name:"HMAC"},true,["sign"]))
  e(()=>s.importKey("raw",text("a"),{name:"HMAC",hash:"SHA-256"},true,["encrypt"]))
  e(()=>s.importKey("raw",text("a"),{name:"HMAC",hash:"SHA-256"},true,[]))
  e(()=>s.importKey("zip",text("a"),{name:"HMAC",hash:"SHA-256"},true,["sign"]))
  e(()=>s.importKey("raw","a",{name:"HMAC",hash:"SHA-256"},true,["sign"]))
  e(()=>s.importKey("raw",text("a"),"AES-GCM",true,["encrypt"]))
  Promise.all([[128,"AES-GCM"],[256,"AES-GCM"],[192,"AES-GCM"],[128,"AES-CBC"],[256,"AES-CBC"]].map(async ([bits,name]) => { const k=await s.importKey("raw",bytes(bits/8),name,false,["encrypt","decrypt"]); const a={name,iv:bytes(16)}; const sealed=await s.encrypt(a,k,text("한국어 메시지")); return [hex(sealed), Buffer.from(await s.decrypt(a,k,sealed)).toString()]; }))
  (async()=>{const k=await s.importKey("raw",bytes(32),"AES-GCM",false,["encrypt","decrypt"]);const out=[];for(const tagLength of [32,64,96,128]){const a={name:"AES-GCM",iv:bytes(12),additionalData:text("aad"),tagLength};const sealed=await s.encrypt(a,k,bytes(100));out.push(hex(sealed),hex(await s.decrypt(a,k,sealed)))}return out})()
  (async()=>{const k=await s.importKey("raw",bytes(32),"AES-CTR",false,["encrypt","decrypt"]);const out=[];for(const length of [8,32,64,127,128])for(const fill of [0,254,255]){const a={name:"AES-CTR",counter:new Uint8Array(16).fill(fill),length};out.push(hex(await s.encrypt(a,k,bytes(100))))}return out})()
  e(async()=>{const k=await s.importKey("raw",bytes(32),"AES-CTR",false,["encrypt"]);return s.encrypt({name:"AES-CTR",counter:bytes(16),length:2},k,bytes(100))})
  e(async()=>{const k=await s.importKey("raw",bytes(32),"AES-GCM",false,["decrypt"]);return s.decrypt({name:"AES-GCM",iv:bytes(12)},k,bytes(40))})
  e(async()=>{const k=await s.importKey("raw",bytes(32),"AES-GCM",false,["decrypt"]);return s.decrypt({name:"AES-GCM",iv:bytes(12)},k,bytes(4))})
  e(async()=>{const k=await s.importKey("raw",bytes(32),"AES-CBC",false,["decrypt"]);return s.decrypt({name:"AES-CBC",iv:bytes(16)},k,bytes(32))})
  e(async()=>{const k=await s.importKey("raw",bytes(32),"AES-CBC",false,["encrypt"]);return s.encrypt({name:"AES-CBC",iv:bytes(15)},k,bytes(32))})
  e(async()=>{const k=await s.importKey("raw",bytes(32),"AES-CBC",false,["encrypt"]);return s.decrypt({name:"AES-CBC",iv:bytes(16)},k,bytes(32))})
  e(()=>s.importKey("raw",bytes(31),"AES-CBC",false,["encrypt"]))
  (async()=>{const k=await s.importKey("raw",bytes(32),"AES-KW",true,["wrapKey","unwrapKey"]);const inner=await s.importKey("raw",bytes(16),"AES-GCM",true,["encrypt"]);const w=await s.wrapKey("raw",inner,k,"AES-KW");const u=await s.unwrapKey("raw",w,k,"AES-KW","AES-GCM",true,["encrypt"]);return [hex(w),hex(await s.exportKey("raw",u))]})()
  (async()=>{const k=await s.importKey("raw",text("password"),"PBKDF2",false,["deriveBits","deriveKey"]);const a={name:"PBKDF2",salt:text("salt"),iterations:100,hash:"SHA-512"};return [hex(await s.deriveBits(a,k,256)),hex(await s.exportKey("raw",await s.deriveKey(a,k,{name:"AES-GCM",length:256},true,["encrypt"])))]})()
  (async()=>{const k=await s.importKey("raw",text("password"),"HKDF",false,["deriveBits","deriveKey"]);const a={name:"HKDF",salt:text("salt"),info:text("info"),hash:"SHA-256"};return [hex(await s.deriveBits(a,k,128)),hex(await s.exportKey("raw",await s.deriveKey(a,k,{name:"HMAC",hash:"SHA-256"},true,["sign"])))]})()
  e(async()=>{const k=await s.importKey("raw",text("password"),"PBKDF2",false,["deriveBits"]);return s.deriveBits({name:"PBKDF2",salt:text("salt"),iterations:0,hash:"SHA-512"},k,256)})
  e(async()=>{const k=await s.importKey("raw",text("password"),"PBKDF2",false,["deriveBits"]);return s.deriveBits({name:"PBKDF2",salt:text("salt"),iterations:1,hash:"SHA-512"},k,7)})
  e(()=>s.importKey("raw",text("password"),"PBKDF2",true,["deriveBits"]))
  (async()=>{const out=[];for(const name of ["RSASSA-PKCS1-v1_5"])for(const hash of ["SHA-1","SHA-256","SHA-384","SHA-512"]){const k=await s.importKey("pkcs8",der("rsa","pkcs8"),{name,hash},true,["sign"]);const v=await s.importKey("spki",spki("rsa"),{name,hash},true,["verify"]);const g=await s.sign(name,k,text("a"));out.push(hex(g),await s.verify(name,v,g,text("a")),await s.verify(name,v,g,text("b")),util.inspect(k),util.inspect(await s.exportKey("jwk",v)))}return out})()
  (async()=>{const a={name:"RSA-PSS",saltLength:32};const k=await s.importKey("jwk",jwk("rsa"),{name:"RSA-PSS",hash:"SHA-256"},true,["sign"]);const v=await s.importKey("jwk",jwk("rsa",true),{name:"RSA-PSS",hash:"SHA-256"},true,["verify"]);const g=await s.sign(a,k,text("a"));return [await s.verify(a,v,g,text("a")),await s.verify({...a,saltLength:20},v,g,text("a"))]})()
  (async()=>{const k=await s.importKey("jwk",jwk("rsa"),{name:"RSA-OAEP",hash:"SHA-256"},true,["decrypt"]);const v=await s.importKey("spki",spki("rsa"),{name:"RSA-OAEP",hash:"SHA-256"},true,["encrypt"]);const a={name:"RSA-OAEP",label:text("l")};const g=await s.encrypt(a,v,text("비밀"));return [Buffer.from(await s.decrypt(a,k,g)).toString(),await e(()=>s.decrypt("RSA-OAEP",k,g)),await e(()=>s.encrypt("RSA-OAEP",v,bytes(500)))]})()
  (async()=>{const out=[];for(const [key,namedCurve] of [["p256","P-256"],["p384","P-384"],["p521","P-521"]]){const a={name:"ECDSA",hash:"SHA-256"};const k=await s.importKey("pkcs8",der(key,"pkcs8"),{name:"ECDSA",namedCurve},true,["sign"]);const v=await s.importKey("jwk",jwk(key,true),{name:"ECDSA",namedCurve},true,["verify"]);const g=await s.sign(a,k,text("a"));out.push(g.byteLength,await s.verify(a,v,g,text("a")),await s.verify(a,v,g,text("b")),hex(await s.exportKey("raw",v)),hex(await s.exportKey("spki",v)),hex(await s.exportKey("pkcs8",k)),util.inspect(await s.exportKey("jwk",k)))}return out})()
  (async()=>{const k=await s.importKey("pkcs8",der("ed25519","pkcs8"),"Ed25519",true,["sign"]);const v=await s.importKey("raw",Buffer.from(jwk("ed25519").x,"base64url"),"Ed25519",true,["verify"]);const g=await s.sign("Ed25519",k,text("a"));return [hex(g),await s.verify("Ed25519",v,g,text("a")),util.inspect(k),util.inspect(await s.exportKey("jwk",k))]})()
  (async()=>{const out=[];for(const [key,namedCurve] of [["p256","P-256"],["p384","P-384"],["p521","P-521"]]){const k=await s.importKey("jwk",jwk(key),{name:"ECDH",namedCurve},true,["deriveBits","deriveKey"]);const v=await s.importKey("raw",c.createPublicKey(KEYS[key]).export({format:"raw-public"}),{name:"ECDH",namedCurve},true,[]);out.push(hex(await s.deriveBits({name:"ECDH",public:v},k,null)),hex(await s.deriveBits({name:"ECDH",public:v},k,128)))}return out})()
  (async()=>{const k=await s.importKey("pkcs8",der("x25519","pkcs8"),"X25519",true,["deriveBits"]);const v=await s.importKey("spki",spki("x25519"),"X25519",true,[]);return hex(await s.deriveBits({name:"X25519",public:v},k,256))})()
  e(()=>s.importKey("spki",bytes(20),{name:"RSASSA-PKCS1-v1_5",hash:"SHA-256"},true,["verify"]))
  e(()=>s.importKey("spki",spki("p256"),{name:"RSASSA-PKCS1-v1_5",hash:"SHA-256"},true,["verify"]))
  e(()=>s.importKey("spki",spki("p256"),{name:"ECDSA",namedCurve:"P-384"},true,["verify"]))
  e(()=>s.importKey("raw",bytes(65),{name:"ECDSA",namedCurve:"P-256"},true,["verify"]))
  e(()=>s.importKey("jwk",{kty:"RSA"},{name:"RSA-PSS",hash:"SHA-256"},true,["verify"]))
  e(async()=>{const k=await s.importKey("pkcs8",der("rsa","pkcs8"),{name:"RSASSA-PKCS1-v1_5",hash:"SHA-256"},false,["sign"]);return [await e(()=>s.exportKey("pkcs8",k)),await e(()=>s.verify("RSASSA-PKCS1-v1_5",k,bytes(256),text("a"))),await e(()=>s.sign("RSA-PSS",k,text("a")))]})
  (async()=>{const out=[];for(const [a,usages] of [[{name:"AES-GCM",length:256},["encrypt"]],[{name:"HMAC",hash:"SHA-256"},["sign"]],[{name:"HMAC",hash:"SHA-512",length:40},["sign"]]]){out.push(util.inspect(await s.generateKey(a,true,usages)))}for(const [a,usages] of [[{name:"ECDSA",namedCurve:"P-256"},["sign","verify"]],["Ed25519",["sign","verify"]],["X25519",["deriveBits"]],[{name:"ECDH",namedCurve:"P-521"},["deriveKey"]],[{name:"RSA-PSS",modulusLength:1024,publicExponent:new Uint8Array([1,0,1]),hash:"SHA-256"},["sign","verify"]]])out.push(util.inspect(await s.generateKey(a,true,usages),{depth:5}));return out})()
  e(()=>s.generateKey({name:"AES-GCM",length:100},true,["encrypt"]))
  e(()=>s.generateKey({name:"AES-GCM",length:128},true,[]))
  e(()=>s.generateKey({name:"NOPE"},true,["sign"]))
  e(async()=>{const k=await s.generateKey({name:"ECDSA",namedCurve:"P-256"},false,["sign","verify"]);const g=await s.sign({name:"ECDSA",hash:"SHA-512"},k.privateKey,text("x"));return [k.privateKey.extractable,k.publicKey.extractable,await s.verify({name:"ECDSA",hash:"SHA-512"},k.publicKey,g,text("x"))]})
  e(async()=>{const k=await s.generateKey({name:"HMAC",hash:"SHA-256"},true,["sign"]);return [k instanceof CryptoKey, s instanceof SubtleCrypto, k.usages===k.usages, Object.prototype.toString.call(k), String(s), c.webcrypto===crypto, c.subtle===s]})
  e(()=>new CryptoKey())
  e(()=>new SubtleCrypto())
  (async()=>{const o=[];const d=s.digest("SHA-256",text("a")).then(()=>o.push("digest"));o.push("sync");await null;o.push("micro");process.nextTick(()=>o.push("tick"));await d;return o})()
  (async()=>{const o=[];await Promise.all([p((f)=>c.pbkdf2("a","b",1,8,"sha1",f)).then(()=>o.push("pbkdf2")),Promise.resolve().then(()=>o.push("micro"))]);return o})()
  p((f)=>c.pbkdf2("a","b",10,8,"sha1",(x,r)=>f(x,r.toString("hex"))))
  p((f)=>c.scrypt("a","b",8,(x,r)=>f(x,r.toString("hex"))))
  p((f)=>c.scrypt("a","b",8,{N:16},(x,r)=>f(x,r.toString("hex"))))
  p((f)=>c.hkdf("sha256","a","b","c",8,(x,r)=>f(x,hex(r))))
  p((f)=>c.hkdf("sha256","a","b","c",0,(x,r)=>f(x.message,r)))
  p((f)=>c.sign("sha256",Buffer.from("a"),KEYS.rsa,(x,r)=>f(x,r.toString("hex"))))
  p((f)=>c.verify("sha256",Buffer.from("a"),KEYS.rsa,c.sign("sha256",Buffer.from("a"),KEYS.rsa),f))
  p((f)=>c.generateKeyPair("ec",{namedCurve:"P-256"},(x,a,b)=>f(x,a.type,b.type,a.asymmetricKeyDetails)))
  p((f)=>c.generateKeyPair("rsa",{modulusLength:100},(x)=>f(x.message)))
  p((f)=>c.generateKey("aes",{length:128},(x,k)=>f(x,k.symmetricKeySize)))
  p((f)=>c.randomBytes(4,(x,b)=>f(x,b.length)))
  p((f)=>c.randomFill(Buffer.alloc(10),(x,b)=>f(x,b.length)))
  p((f)=>c.randomFill(new Uint32Array(4),1,2,(x,b)=>f(x,b[0],b[3])))
  p((f)=>c.randomInt(3,4,f))
  p((f)=>c.diffieHellman({privateKey:c.createPrivateKey(KEYS.p256),publicKey:c.createPublicKey(KEYS.p256)},(x,r)=>f(x,r.toString("hex"))))
  util.promisify(c.generateKeyPair)("ed25519").then((k)=>[Object.keys(k), k.publicKey.type])
  util.promisify(c.scrypt)("a","b",8).then((r)=>r.toString("hex"))
  util.promisify(c.randomBytes)(8).then((r)=>r.length)
  new Promise((resolve)=>{const h=c.createHash("sha256");h.on("readable",()=>{const d=h.read();if(d)resolve(d.toString("hex"))});h.write("a");h.end("b")})
  new Promise((resolve)=>{const h=c.createHmac("sha256","k");h.setEncoding("hex");h.on("data",resolve);h.write("a");h.end()})
  require("stream/promises").pipeline(require("stream").Readable.from([Buffer.from("a"),Buffer.from("b")]),c.createHash("sha256"),async function(x){let o="";for await(const y of x)o+=y.toString("hex");return o})
  (async()=>{const h=c.createHash("sha256");for await(const y of require("stream").Readable.from(["a","b"]))h.update(y);return h.digest("hex")})()
  (async()=>{const {pipeline}=require("stream/promises"),{Readable}=require("stream");const k=Buffer.alloc(32),iv=Buffer.alloc(16);const got=[];await pipeline(Readable.from([Buffer.from("한국어"),Buffer.from(" 글")]),c.createCipheriv("aes-256-cbc",k,iv),c.createDecipheriv("aes-256-cbc",k,iv),async function(x){for await(const y of x)got.push(y)});return Buffer.concat(got).toString()})()
  (async()=>{const {pipeline}=require("stream/promises"),{Readable}=require("stream");return e(()=>pipeline(Readable.from([Buffer.alloc(16)]),c.createDecipheriv("aes-256-cbc",Buffer.alloc(32),Buffer.alloc(16)),async function(x){for await(const y of x);}))})()
  new Promise((resolve)=>{const v=c.createSign("RSA-SHA256");v.on("finish",()=>resolve(v.sign(KEYS.rsa,"hex")));v.write("a");v.end("b")})
  new Promise((resolve)=>{const h=c.createHash("md5");require("stream").Readable.from(["x","y"]).pipe(h).on("finish",()=>resolve(h.read().toString("hex")))})
`)) {
  test(`the guest and Node agree on ${snippet}`, async () => {
    expect(await outcome(async () => shared.runAsync(PRELUDE + snippet))).toEqual(await outcome(() => inNodeAsync(PRELUDE + snippet)));
  });
}

async function outcome(run: () => Promise<unknown>): Promise<unknown> {
  try {
    return { value: await run() };
  } catch (error) {
    return { thrown: error instanceof Error ? error.message.split("\n")[0] : error };
  }
}
