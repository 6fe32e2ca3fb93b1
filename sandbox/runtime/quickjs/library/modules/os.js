/**
 * node:os as a function on Lambda sees it: Amazon Linux 2023 in a Firecracker microVM (2 vCPUs up to 3,008 MB and one more
 * for about every 1,769 MB above; AWS documents up to 6), user sbx_user1051 with a home that it cannot write to.
 */
import { codes } from "../internal/errors.js";

const totalBytes = () => (binding.memoryMB() + 64) * 1024 * 1024;
const processors = () => Math.min(6, Math.max(2, Math.ceil(binding.memoryMB() / 1769)));
const cpu = () => ({ model: "Intel(R) Xeon(R) Processor @ 2.50GHz", speed: 2500, times: { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 } });
const upMilliseconds = () => binding.now() - binding.startedAt();

export const EOL = "\n";
export const devNull = "/dev/null";
export const arch = () => "x64";
export const availableParallelism = () => processors();
export const cpus = () => Array.from({ length: processors() }, cpu);
export const endianness = () => "LE";
export const freemem = () => Math.max(0, totalBytes() - process.memoryUsage().rss);
export const getPriority = () => 0;
export const homedir = () => process.env.HOME ?? "/home/sbx_user1051";
export const hostname = () => "169.254.76.1";
export const loadavg = () => [0, 0, 0];
export const machine = () => "x86_64";
export const networkInterfaces = () => ({ lo: [loopback()] });
export const platform = () => "linux";
export const release = () => "5.10.240-264.940.amzn2.x86_64";
export const tmpdir = () => (process.env.TMPDIR || process.env.TMP || process.env.TEMP || "/tmp").replace(/(.)\/$/, "$1");
export const totalmem = () => totalBytes();
export const type = () => "Linux";
export const uptime = () => Math.round(upMilliseconds() / 10) / 100;
export const version = () => "#1 SMP";

export function userInfo() {
  return { uid: 993, gid: 990, username: "sbx_user1051", homedir: "/home/sbx_user1051", shell: "/sbin/nologin" };
}

export function setPriority() {
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED("os.setPriority");
}

function loopback() {
  return { address: "127.0.0.1", netmask: "255.0.0.0", family: "IPv4", mac: "00:00:00:00:00:00", internal: true, cidr: "127.0.0.1/8" };
}

export const constants = {
  signals: { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGPIPE: 13, SIGALRM: 14, SIGTERM: 15 },
  errno: {
    EPERM: 1,
    ENOENT: 2,
    EBADF: 9,
    EACCES: 13,
    EEXIST: 17,
    ENOTDIR: 20,
    EISDIR: 21,
    EINVAL: 22,
    ENOSPC: 28,
    EROFS: 30,
    ENOTEMPTY: 39,
  },
};
