/** Calls that make the host work: each has a price, so that a loop of them ends at the deadline in reasonable real time. */
import { type HostileCase, hostile, returns, timesOut } from "../case.ts";

const costly = (name: string, body: string, expected = timesOut(), more: Parameters<typeof hostile>[4] = {}) =>
  hostile("expensive host call", name, body, expected, more);

export const EXPENSIVE_HOST_CALLS: readonly HostileCase[] = [
  costly("Buffer to text, for ever", "const bytes = Buffer.alloc(5e6, 97); for (;;) bytes.toString();"),
  costly("Buffer to base64, for ever", "const bytes = Buffer.alloc(5e6, 97); for (;;) bytes.toString('base64');"),
  costly("Buffer to hex, for ever", "const bytes = Buffer.alloc(2e6, 97); for (;;) bytes.toString('hex');"),
  costly("Buffer from hex, for ever", "const text = 'ab'.repeat(2e6); for (;;) Buffer.from(text, 'hex');"),
  costly("Buffer from base64, for ever", "const text = 'abcd'.repeat(1e6); for (;;) Buffer.from(text, 'base64');"),
  costly("TextEncoder, for ever", "const text = '가'.repeat(1e6), encoder = new TextEncoder(); for (;;) encoder.encode(text);"),
  costly("TextDecoder, for ever", "const bytes = new Uint8Array(5e6), decoder = new TextDecoder(); for (;;) decoder.decode(bytes);"),
  costly("atob, for ever", "const text = btoa('x'.repeat(1e6)); for (;;) atob(text);"),
  costly("random bytes, for ever", "const bytes = new Uint8Array(65_536); for (;;) crypto.getRandomValues(bytes);"),
  costly("random UUIDs, for ever", "for (;;) crypto.randomUUID();"),
  costly("random numbers, for ever", "for (;;) Math.random();"),
  costly("errors of the engine, for ever", "for (;;) try { null.x; } catch {}"),
  costly("errors with deep stacks, for ever", "const f = (n) => (n === 0 ? new Error('x').stack : f(n - 1)); for (;;) f(50);"),
  costly("errors with long messages, for ever", "const text = 'x'.repeat(1e5); for (;;) new Error(text).stack;"),
  costly("JSON that does not parse, for ever", "for (;;) try { JSON.parse('{'); } catch {}"),
  costly("long JSON that does not parse, for ever", "const text = `${' '.repeat(1e6)}x`; for (;;) try { JSON.parse(text); } catch {}"),
  costly(
    "long JSON of many lines that does not parse, for ever",
    "const text = `${'[\\n'.repeat(500)}x`; for (;;) try { JSON.parse(text); } catch {}",
  ),
  costly("syntax errors, for ever", "for (;;) try { new Function('('); } catch {}"),
  costly(
    "syntax errors at the end of a long source, for ever",
    "const source = `${'a;'.repeat(1e5)}(`; for (;;) try { new Function(source); } catch {}",
  ),
  costly("imports of what is not there, for ever", "for (let i = 0; ; i++) await import(`./none${i}.mjs`).catch(() => {});"),
  costly("imports of one missing module, for ever", "for (;;) await import('./none.mjs').catch(() => {});"),
  costly(
    "requires of what is not there, for ever",
    "const { createRequire } = await import('node:module'); const require = createRequire('/var/task/index.mjs'); for (let i = 0; ; i++) try { require(`./none${i}`); } catch {}",
  ),
  costly(
    "requires of a name of many folders, for ever",
    "const { createRequire } = await import('node:module'); const require = createRequire('/var/task/index.mjs'); const name = `./${'a/'.repeat(5e4)}x`; for (;;) try { require(name); } catch {}",
  ),
  costly("console.log of an object, for ever", "for (;;) console.log({ a: 1, b: [1, 2, { c: 'x' }] });"),
  costly("console.log of a text, for ever", "const text = 'x'.repeat(1e5); for (;;) console.log(text);"),
  costly("lines on stdout, for ever", "const text = 'x\\n'.repeat(5e4); for (;;) process.stdout.write(text);"),
  costly("pieces of a line on stdout, for ever", "const text = 'x'.repeat(1000); for (;;) process.stdout.write(text);"),
  costly("URLs, for ever", "for (let i = 0; ; i++) new URL(`https://user:pass@example.com:8080/a/b/${i}?q=${i}#h`);"),
  costly("URLs of a host in Korean, for ever", "for (;;) new URL('https://한국어.example/');"),
  costly(
    "a URL of a megabyte, for ever",
    "const text = `https://example.com/?${'a=b&'.repeat(2e5)}`; for (;;) new URL(text).searchParams.get('a');",
  ),
  costly(
    "structuredClone, for ever",
    "const value = new Map(Array.from({ length: 100 }, (_, i) => [i, { i, list: [i] }])); for (;;) structuredClone(value);",
  ),
  costly(
    "files written in /tmp, for ever",
    "const fs = await import('node:fs'); const bytes = Buffer.alloc(1e6); for (let i = 0; ; i++) fs.writeFileSync(`/tmp/${i % 10}`, bytes);",
  ),
  costly(
    "a file in /tmp appended to, for ever",
    "const fs = await import('node:fs'); for (;;) fs.appendFileSync('/tmp/log', 'x'.repeat(1000));",
  ),
  costly(
    "a file read, for ever",
    "const fs = await import('node:fs'); fs.writeFileSync('/tmp/a', Buffer.alloc(5e6)); for (;;) fs.readFileSync('/tmp/a');",
  ),
  costly(
    "a thousand files listed, for ever",
    "const fs = await import('node:fs'); for (let i = 0; i < 300; i++) fs.writeFileSync(`/tmp/${i}`, ''); for (;;) fs.readdirSync('/tmp');",
  ),
  costly("files asked for, for ever", "const fs = await import('node:fs'); for (let i = 0; ; i++) fs.existsSync(`/tmp/none/${i}`);"),
  costly("memory use asked for, for ever", "for (;;) process.memoryUsage();"),
  costly("the time asked for, for ever, and taken for a number", "for (;;) new Date().toISOString();"),
  costly("intervals set and cleared, for ever", "for (;;) clearInterval(setInterval(() => {}, 1000));"),
  costly(
    "rejections handled late, for ever",
    "process.on('unhandledRejection', () => {}); for (;;) { const p = Promise.reject(1); await null; p.catch(() => {}); await null; }",
  ),
  costly(
    "a write of a file at a far position",
    "const fs = await import('node:fs'); const fd = fs.openSync('/tmp/far', 'w'); try { fs.writeSync(fd, 'x', 2 ** 40); } catch (error) { return error.code; }",
    returns(/"(?:ENOSPC|EFBIG)"/),
  ),
  costly(
    "a file truncated to a terabyte",
    "const fs = await import('node:fs'); fs.writeFileSync('/tmp/big', ''); try { fs.truncateSync('/tmp/big', 2 ** 40); } catch (error) { return error.code; }",
    returns(/"(?:ENOSPC|EFBIG)"/),
  ),
  costly("random bytes beyond the memory", "const { randomBytes } = await import('node:crypto'); return randomBytes(2 ** 31 - 1).length;", {
    status: "error",
    errorType: "Runtime.OutOfMemory",
  }),
  costly("AbortSignal.timeout, 10,000 times", "for (let i = 0; i < 2000; i++) AbortSignal.timeout(1e6); return 'set';", returns('"set"'), {
    options: { MemorySize: 1769, Timeout: 30 },
  }),
  costly(
    "EventEmitter with listeners beyond its limit",
    "const { EventEmitter } = await import('node:events'); const emitter = new EventEmitter(); for (let i = 0; i < 1000; i++) emitter.on('x', () => {}); emitter.emit('x'); return emitter.listenerCount('x');",
    returns("1000"),
    { options: { MemorySize: 1769, Timeout: 30 } },
  ),
];
