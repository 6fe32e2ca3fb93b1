import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { outcome } from "./differential.ts";
import { guest, inNode, snippets } from "./guest.ts";

/** The same files in a folder of this machine's and in the guest's /tmp; `T` is that folder. */
const PRELUDE = `const fs = require("fs");
  const e = (f) => { try { return f(); } catch (x) { return [x.name, x.message, x.code, x.errno, x.syscall, x.path, x.dest, Object.keys(x)]; } };
  fs.writeFileSync(T + "/file", "hello"); fs.mkdirSync(T + "/dir"); fs.writeFileSync(T + "/dir/inner", "x"); fs.mkdirSync(T + "/empty");
  return `;

const CASES = String.raw`
  e(()=>fs.readFileSync(T+"/file","utf8"))
  e(()=>fs.readFileSync(T+"/file").toString("hex"))
  e(()=>fs.readFileSync(T+"/file",{encoding:"base64"}))
  e(()=>fs.readFileSync(T+"/nope"))
  e(()=>fs.readFileSync(T+"/nope/x"))
  e(()=>fs.readFileSync(T+"/file/x"))
  e(()=>fs.readFileSync(T+"/file/"))
  e(()=>fs.readFileSync(T+"/dir"))
  e(()=>fs.readFileSync(T))
  e(()=>fs.readFileSync(""))
  e(()=>fs.readFileSync())
  e(()=>fs.readFileSync(null))
  e(()=>fs.readFileSync({}))
  e(()=>fs.readFileSync("a\0b"))
  e(()=>fs.readFileSync(T+"/file","nope"))
  e(()=>fs.readFileSync(T+"/file",{encoding:"nope"}))
  e(()=>fs.readFileSync(T+"/file",5))
  e(()=>fs.readFileSync(99))
  e(()=>fs.readFileSync(new URL("file://"+T+"/file"),"utf8"))
  e(()=>fs.readFileSync(Buffer.from(T+"/file"),"utf8"))
  e(()=>fs.writeFileSync(T+"/new","한글"))
  e(()=>{fs.writeFileSync(T+"/new","한글");return [fs.readFileSync(T+"/new","utf8"),fs.statSync(T+"/new").size]})
  e(()=>{fs.writeFileSync(T+"/new",new Uint8Array([1,2]));return [...fs.readFileSync(T+"/new")]})
  e(()=>fs.writeFileSync(T+"/dir","x"))
  e(()=>fs.writeFileSync(T+"/nope/x","x"))
  e(()=>fs.writeFileSync(T+"/file/x","x"))
  e(()=>fs.writeFileSync(T+"/new/","x"))
  e(()=>fs.writeFileSync(T+"/file",5))
  e(()=>fs.writeFileSync(T+"/file"))
  e(()=>fs.writeFileSync(T+"/file",{}))
  e(()=>fs.writeFileSync(T+"/file","x",{flag:"wx"}))
  e(()=>fs.writeFileSync(T+"/file","x",{flag:"zz"}))
  e(()=>fs.writeFileSync(T+"/file","x",{mode:"abc"}))
  e(()=>{fs.writeFileSync(T+"/m","x",{mode:0o600});return (fs.statSync(T+"/m").mode&0o777).toString(8)})
  e(()=>{fs.writeFileSync(T+"/file","yy",{flag:"a"});return fs.readFileSync(T+"/file","utf8")})
  e(()=>{fs.writeFileSync(T+"/file","68 69".replace(" ",""),"hex");return fs.readFileSync(T+"/file","utf8")})
  e(()=>{fs.appendFileSync(T+"/file"," world");fs.appendFileSync(T+"/other","o");return [fs.readFileSync(T+"/file","utf8"),fs.readFileSync(T+"/other","utf8")]})
  e(()=>fs.appendFileSync(T+"/dir","x"))
  e(()=>fs.existsSync(T+"/file"))
  e(()=>[fs.existsSync(T+"/nope"),fs.existsSync(),fs.existsSync({}),fs.existsSync(T+"/file/"),fs.existsSync(T+"/dir/")])
  e(()=>{const s=fs.statSync(T+"/file");return [s.isFile(),s.isDirectory(),s.size,s.isSymbolicLink(),typeof s.mtimeMs,s.mtime instanceof Date,Object.keys(s).join()]})
  e(()=>{const s=fs.statSync(T+"/dir");return [s.isFile(),s.isDirectory()]})
  e(()=>fs.statSync(T+"/nope"))
  e(()=>fs.statSync(T+"/file/x"))
  e(()=>fs.statSync(T+"/file/"))
  e(()=>String(fs.statSync(T+"/nope",{throwIfNoEntry:false})))
  e(()=>typeof fs.statSync(T+"/file",{bigint:true}).size)
  e(()=>fs.lstatSync(T+"/nope"))
  e(()=>fs.statSync())
  e(()=>fs.readdirSync(T))
  e(()=>fs.readdirSync(T+"/nope"))
  e(()=>fs.readdirSync(T+"/file"))
  e(()=>fs.readdirSync(T,{withFileTypes:true}).map(d=>[d.name,d.isFile(),d.isDirectory(),d.parentPath,d.path]))
  e(()=>fs.readdirSync(T,{recursive:true}).sort())
  e(()=>fs.readdirSync(T,{recursive:true,withFileTypes:true}).map(d=>d.parentPath+"|"+d.name).sort())
  e(()=>fs.readdirSync(T+"/",{withFileTypes:true})[0].parentPath)
  e(()=>fs.mkdirSync(T+"/dir"))
  e(()=>fs.mkdirSync(T+"/dir",{recursive:true}))
  e(()=>fs.mkdirSync(T+"/x/y"))
  e(()=>fs.mkdirSync(T+"/x/y/z",{recursive:true}))
  e(()=>fs.mkdirSync(T+"/file/y",{recursive:true}))
  e(()=>fs.mkdirSync(T+"/file",{recursive:true}))
  e(()=>fs.mkdirSync(T+"/file/y"))
  e(()=>fs.mkdirSync(T+"/new/"))
  e(()=>{fs.mkdirSync(T+"/mm",0o700);return (fs.statSync(T+"/mm").mode&0o777).toString(8)})
  e(()=>fs.mkdirSync())
  e(()=>fs.mkdirSync(T+"/q",{recursive:5}))
  e(()=>fs.rmSync(T+"/file"))
  e(()=>{fs.rmSync(T+"/file");return fs.existsSync(T+"/file")})
  e(()=>fs.rmSync(T+"/nope"))
  e(()=>fs.rmSync(T+"/nope",{force:true}))
  e(()=>fs.rmSync(T+"/dir"))
  e(()=>{fs.rmSync(T+"/dir",{recursive:true});return fs.readdirSync(T)})
  e(()=>fs.rmSync(T+"/dir",{recursive:"x"}))
  e(()=>fs.rmSync(T+"/file/x"))
  e(()=>fs.rmdirSync(T+"/dir"))
  e(()=>{fs.rmdirSync(T+"/empty");return fs.readdirSync(T)})
  e(()=>fs.rmdirSync(T+"/file"))
  e(()=>fs.rmdirSync(T+"/nope"))
  e(()=>{fs.unlinkSync(T+"/file");return fs.readdirSync(T)})
  e(()=>fs.unlinkSync(T+"/nope"))
  e(()=>fs.unlinkSync(T+"/dir"))
  e(()=>{fs.renameSync(T+"/file",T+"/renamed");return fs.readdirSync(T)})
  e(()=>{fs.renameSync(T+"/dir",T+"/moved");return fs.readdirSync(T+"/moved")})
  e(()=>fs.renameSync(T+"/nope",T+"/x"))
  e(()=>fs.renameSync(T+"/file",T+"/nope/x"))
  e(()=>fs.renameSync(T+"/file",T+"/dir"))
  e(()=>fs.renameSync(T+"/dir",T+"/file"))
  e(()=>fs.renameSync(T+"/dir",T+"/dir/sub"))
  e(()=>fs.renameSync(T+"/empty",T+"/dir"))
  e(()=>{fs.renameSync(T+"/dir",T+"/empty");return fs.readdirSync(T+"/empty")})
  e(()=>{fs.copyFileSync(T+"/file",T+"/copy");return fs.readFileSync(T+"/copy","utf8")})
  e(()=>fs.copyFileSync(T+"/nope",T+"/copy"))
  e(()=>fs.copyFileSync(T+"/file",T+"/nope/x"))
  e(()=>fs.copyFileSync(T+"/file",T+"/dir/inner",fs.constants.COPYFILE_EXCL))
  e(()=>fs.copyFileSync(T+"/file",T+"/dir"))
  e(()=>fs.accessSync(T+"/file"))
  e(()=>fs.accessSync(T+"/nope"))
  e(()=>fs.mkdtempSync(T+"/nope/tmp-"))
  e(()=>fs.mkdtempSync(5))
  e(()=>{const fd=fs.openSync(T+"/file");const b=Buffer.alloc(3);const n=fs.readSync(fd,b,0,3,1);fs.closeSync(fd);return [n,b.toString()]})
  e(()=>{const fd=fs.openSync(T+"/file");const b=Buffer.alloc(2);const r=[];while(fs.readSync(fd,b)>0)r.push(b.toString());return r})
  e(()=>{const fd=fs.openSync(T+"/o","w+");fs.writeSync(fd,"abc");fs.writeSync(fd,Buffer.from("def"));fs.writeSync(fd,"X",1);return [fs.readFileSync(T+"/o","utf8"),fs.fstatSync(fd).size]})
  e(()=>fs.openSync(T+"/nope"))
  e(()=>fs.openSync(T+"/nope","r+"))
  e(()=>fs.openSync(T+"/file","wx"))
  e(()=>fs.closeSync(99))
  e(()=>fs.closeSync("x"))
  e(()=>{const fd=fs.openSync(T+"/file","w");return fs.readSync(fd,Buffer.alloc(1))})
  e(()=>{const fd=fs.openSync(T+"/file","a");fs.writeSync(fd,"1");fs.writeSync(fd,"2",0);return fs.readFileSync(T+"/file","utf8")})
  e(()=>{fs.truncateSync(T+"/file",2);return fs.readFileSync(T+"/file","utf8")})
  e(()=>fs.truncateSync(T+"/nope"))
  e(()=>fs.realpathSync(T+"/dir/../file"))
  e(()=>fs.realpathSync(T+"/nope"))
  e(()=>fs.chmodSync(T+"/nope",0o600))
  e(()=>{fs.chmodSync(T+"/file",0o640);return (fs.statSync(T+"/file").mode&0o777).toString(8)})
  e(()=>{fs.utimesSync(T+"/file",1,2);return fs.statSync(T+"/file").mtimeMs})
  e(()=>fs.readFile(T+"/file"))
  e(()=>fs.readFile(T+"/file","utf8"))
  e(()=>{fs.cpSync(T+"/dir",T+"/dir2",{recursive:true});return fs.readdirSync(T+"/dir2")})
  e(()=>typeof fs.promises.readFile)
  e(()=>fs.constants.O_CREAT)
  e(()=>{fs.writeFileSync(T+"/file","a");fs.writeFileSync(T+"/file","b");return fs.readFileSync(T+"/file","utf8")})
`;

for (const snippet of snippets(CASES)) {
  test(`the guest's disk and this machine's agree on ${snippet}`, () => {
    const folder = mkdtempSync(`${tmpdir()}/lambda-lab-`);
    try {
      const here = outcome(() => inNode(PRELUDE + snippet, { T: folder }));
      const there = outcome(() => {
        const fresh = guest();
        fresh.run('require("fs").mkdirSync("/tmp/T")');
        return fresh.run(`const T = "/tmp/T"; ${PRELUDE}${snippet}`);
      });
      expect(there).toEqual(JSON.parse(JSON.stringify(here).replaceAll(folder, "/tmp/T")));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
