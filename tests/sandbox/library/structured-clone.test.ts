import { sameAsNode } from "./differential.ts";

sameAsNode(
  `
  e(()=>structuredClone({a:1,b:[1,{c:new Date(0)}],d:new Map([[{x:1},new Set([1])]]),e:/x/gi,f:1n,g:undefined,h:null}))
  e(()=>structuredClone(new (class A{constructor(){this.x=1}get y(){return 1}})))
  e(()=>{const a={};a.a=a;const b=structuredClone(a);return b.a===b&&b!==a})
  e(()=>{const x={};const c=structuredClone([x,x]);return c[0]===c[1]})
  e(()=>structuredClone(()=>{}))
  e(()=>structuredClone({a:{b:()=>1}}))
  e(()=>structuredClone(Symbol("x")))
  e(()=>structuredClone(Promise.resolve()))
  e(()=>structuredClone(new WeakMap()))
  e(()=>structuredClone(new Proxy({},{})))
  e(()=>structuredClone())
  e(()=>structuredClone(new Uint8Array([1,2])))
  e(()=>structuredClone(Buffer.from("hi")))
  e(()=>structuredClone(new Float64Array([1.5])))
  e(()=>structuredClone(new DataView(new ArrayBuffer(2))))
  e(()=>{const b=new ArrayBuffer(4);const c=structuredClone(b,{transfer:[b]});return [b.byteLength,c.byteLength]})
  e(()=>structuredClone(1,{transfer:[{}]}))
  e(()=>{const er=structuredClone(Object.assign(new RangeError("m",{cause:{a:1}}),{x:1}));return [er.name,er.message,er.cause,er.x,er instanceof RangeError]})
  e(()=>{class My extends Error{constructor(m){super(m);this.name="My"}};const er=structuredClone(new My("m"));return [er.name,er.message,er.constructor.name]})
  e(()=>structuredClone([,1,,]))
  e(()=>structuredClone(Object.assign([1],{x:2})))
  e(()=>structuredClone(Object(1)))
  e(()=>structuredClone(new String("x")))
  e(()=>structuredClone({get a(){return 5}}))
  e(()=>structuredClone({__proto__:null,a:1}))
  e(()=>structuredClone({[Symbol("x")]:1,a:1}))
  e(()=>structuredClone(-0))
  `,
);
