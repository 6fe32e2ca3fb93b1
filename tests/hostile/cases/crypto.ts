/** Cryptography makes the host calculate: each call is paid for before it is done, whatever it is asked for. */
import { type HostileCase, hostile, outOfMemory, returns, throws, timesOut } from "../case.ts";

const MODULE = "import crypto from 'node:crypto';";

const costly = (name: string, body: string, expected = timesOut(), more: Parameters<typeof hostile>[4] = {}) =>
  hostile("expensive host call", name, body, expected, { module: MODULE, ...more });

/** A public key whose modulus is as long as it is told. */
const publicOf = (bytes: number) =>
  `crypto.createPublicKey({ key: { kty: 'RSA', n: Buffer.alloc(${bytes}, 255).toString('base64url'), e: 'AQAB' }, format: 'jwk' })`;

export const EXPENSIVE_CRYPTOGRAPHY: readonly HostileCase[] = [
  costly(
    "digests of megabytes, for ever",
    "const bytes = Buffer.alloc(5e6); for (;;) crypto.createHash('sha3-512').update(bytes).digest();",
  ),
  costly("digests of nothing, for ever", "for (;;) crypto.createHash('md5').digest();"),
  costly("copies of a digest, for ever", "const hash = crypto.createHash('sha256').update('a'); for (;;) hash.copy().digest('hex');"),
  costly("one digest without an end", "const hash = crypto.createHash('sha512'), bytes = Buffer.alloc(1e5); for (;;) hash.update(bytes);"),
  costly("MACs with long keys, for ever", "const key = Buffer.alloc(3e6); for (;;) crypto.createHmac('sha1', key).digest();"),
  costly("a digest of two gigabytes", "return crypto.createHash('shake256', { outputLength: 2 ** 31 }).digest().length;"),
  costly("a password hashed a billion times", "crypto.pbkdf2Sync('a', 'b', 1e9, 64, 'sha512');"),
  costly("a password hashed a billion times, later", "await new Promise((done) => crypto.pbkdf2('a', 'b', 1e9, 64, 'sha512', done));"),
  costly("a password hashed once into two gigabytes", "crypto.pbkdf2Sync('a', 'b', 1, 2 ** 31 - 1, 'sha512');"),
  costly("passwords hashed cheaply, for ever", "for (;;) crypto.pbkdf2Sync('a', 'b', 1, 1, 'md5');"),
  costly(
    "scrypt with a gigabyte",
    "crypto.scryptSync('a', 'b', 64, { N: 2 ** 20, r: 8 });",
    throws("RangeError", "Invalid scrypt params: error:030000AC:digital envelope routines::memory limit exceeded"),
  ),
  costly("scrypt with four gigabytes that it may have", "crypto.scryptSync('a', 'b', 64, { N: 2 ** 22, r: 8, maxmem: 2 ** 40 });"),
  costly("scrypt on the side, without end", "crypto.scryptSync('a', 'b', 64, { N: 2, r: 1, p: 2 ** 29, maxmem: 2 ** 50 });"),
  costly(
    "AES over megabytes, for ever",
    "const c = crypto.createCipheriv('aes-256-gcm', Buffer.alloc(32), Buffer.alloc(12)), bytes = Buffer.alloc(1e6); for (;;) c.update(bytes);",
  ),
  costly(
    "ciphers that are only made, for ever",
    "const k = Buffer.alloc(16); for (;;) crypto.createCipheriv('aes-128-ctr', k, k).final();",
  ),
  costly(
    "signatures, for ever",
    "const { privateKey } = crypto.generateKeyPairSync('ed25519'); for (;;) crypto.sign(null, Buffer.from('a'), privateKey);",
  ),
  costly("keys on curves, for ever", "for (;;) crypto.generateKeyPairSync('ec', { namedCurve: 'secp521r1' });"),
  costly(
    "secrets agreed on, for ever",
    "const a = crypto.createECDH('secp384r1'); const key = a.generateKeys(); for (;;) a.computeSecret(key);",
  ),
  costly(
    "an RSA key of 16,384 bits",
    "crypto.generateKeyPairSync('rsa', { modulusLength: 16384 });",
    throws("Error", /람다 랩의 시뮬레이터는 2,560비트보다 긴 RSA 키를 만드는 일을\(를\) 지원하지 않습니다/),
  ),
  costly("RSA keys of 512 bits, for ever", "for (;;) crypto.generateKeyPairSync('rsa', { modulusLength: 512 });"),
  costly(
    "encryption with a modulus of 100,000 bits",
    `crypto.publicEncrypt(${publicOf(12_500)}, 'a');`,
    throws("Error", "error:02000069:rsa routines::modulus too large"),
  ),
  costly(
    "a signature with a modulus of 100,000 bits",
    `return crypto.verify('sha256', Buffer.from('a'), ${publicOf(12_500)}, Buffer.alloc(12_500));`,
    returns("false"),
  ),
  costly(
    "a modulus of 16,384 bits, for ever",
    `const key = ${publicOf(2_048)}; for (;;) crypto.publicEncrypt({ key, padding: 3 }, Buffer.alloc(2048, 1));`,
  ),
  costly(
    "an RSA key of zeros",
    "const zero = 'AA'; const key = crypto.createPrivateKey({ key: { kty: 'RSA', n: zero, e: zero, d: zero, p: zero, q: zero, dp: zero, dq: zero, qi: zero }, format: 'jwk' }); try { crypto.sign('sha256', Buffer.from('a'), key); } catch (error) { return error.name; }",
    returns('"Error"'),
  ),
  costly(
    "an RSA key whose numbers contradict each other",
    "const jwk = crypto.generateKeyPairSync('rsa', { modulusLength: 512 }).privateKey.export({ format: 'jwk' }); const key = crypto.createPrivateKey({ key: { ...jwk, dp: 'AQ', dq: jwk.n, qi: 'AA' }, format: 'jwk' }); return crypto.sign('sha256', Buffer.from('a'), key).length;",
    returns("64"),
  ),
  costly(
    "PEM of megabytes, for ever",
    "const text = `-----BEGIN PRIVATE KEY-----\\n${' '.repeat(2e6)}`; for (;;) try { crypto.createPrivateKey(text); } catch {}",
  ),
  costly(
    "headers of PEM, for ever",
    "const text = '-----BEGIN X-----'.repeat(2e5); for (;;) try { crypto.createPublicKey(text); } catch {}",
  ),
  costly(
    "DER that nests, for ever",
    "const bytes = Buffer.alloc(1e5, 0x30); for (;;) try { crypto.createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' }); } catch {}",
  ),
  costly(
    "DER of elements without content, for ever",
    "const bytes = Buffer.concat([Buffer.from('3083030d40', 'hex'), Buffer.alloc(2e5, Buffer.from('0500', 'hex'))]); for (;;) try { crypto.createPublicKey({ key: bytes, format: 'der', type: 'spki' }); } catch {}",
  ),
  costly(
    "a private key under a hundred million rounds",
    "const { privateKey } = crypto.generateKeyPairSync('ed25519', { privateKeyEncoding: { type: 'pkcs8', format: 'der', cipher: 'aes-128-cbc', passphrase: 'a' } }); privateKey.writeUInt16BE(0x0204, privateKey.indexOf(Buffer.from('02020800', 'hex'))); crypto.createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8', passphrase: 'a' });",
  ),
  costly("digests of subtle, for ever", "const bytes = new Uint8Array(1e6); for (;;) await crypto.subtle.digest('SHA-256', bytes);"),
  costly(
    "digests of subtle that nobody waits for",
    "const bytes = new Uint8Array(1e5); for (;;) crypto.subtle.digest('SHA-256', bytes);",
    outOfMemory,
  ),
  costly("two gigabytes of random bytes", "return crypto.randomBytes(2 ** 31 - 1).length;", outOfMemory),
  costly("random integers, for ever", "for (;;) crypto.randomInt(10);"),
  costly(
    "an algorithm's name that changes while it is read",
    "let n = 0; return crypto.createHash({ toString: () => ['md5', 'sha1'][n++ % 2] }).digest('hex');",
    throws("TypeError", 'The "algorithm" argument must be of type string. Received an instance of Object'),
  ),
  costly(
    "a JWK whose fields are traps",
    "const key = new Proxy({ kty: 'RSA', e: 'AQAB' }, { get: (target, name) => (name === 'n' ? { toString() { for (;;); } } : target[name]) }); try { crypto.createPublicKey({ key, format: 'jwk' }); } catch (error) { return error.message; }",
    returns('"Invalid JWK RSA key"'),
  ),
  costly(
    "Buffer.from and Promise replaced before the first digest",
    "Buffer.from = () => { throw new Error('no'); }; globalThis.Promise = undefined; Array.prototype.push = () => 0; return crypto.createHash('sha256').update(new Uint8Array(1)).digest().hexSlice();",
    returns('"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"'),
  ),
];
