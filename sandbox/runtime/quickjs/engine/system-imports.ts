/**
 * What the engine's C library asks its system for. Nothing of the host shows through: the clock is the caller's, so is the time
 * zone, there is no environment and no file.
 */

export interface SystemParts {
  /** Milliseconds since 1970 as the guest shall read them. */
  readonly now: () => number;
  /** Seconds by which local time is ahead of UTC at a moment (seconds since 1970). */
  readonly zoneOffset: (seconds: number) => number;
  /** The engine's memory as it is at this moment: it is another after it has grown. */
  readonly bytes: () => Uint8Array<ArrayBuffer>;
  /** The memory shall have room for so many bytes: 1 where it has. */
  readonly grow: (wanted: number) => number;
  readonly abort: () => never;
}

/** WASI's error numbers for what does not exist here. */
const ENOSYS = 52;
/** musl's struct tm: nine 32-bit fields come first. */
const TM_GMTOFF = 36;
const ESPIPE = 70;

export function systemImports({ now, zoneOffset, bytes, grow, abort }: SystemParts): WebAssembly.ModuleImports {
  const view = () => new DataView(bytes().buffer);
  return {
    resize_heap: (wanted: number) => grow(wanted >>> 0),
    date_now: now,
    clock_time_get: (_clock: number, _precision: bigint, out: number) => {
      view().setBigUint64(out, BigInt(Math.round(now() * 1e6)), true);
      return 0;
    },
    // The engine reads struct tm only for the offset from UTC, which is 0 unless the function has a TZ of its own.
    localtime: (seconds: bigint, tm: number) => {
      bytes().fill(0, tm, tm + 44);
      view().setInt32(tm + TM_GMTOFF, zoneOffset(Number(seconds)), true);
    },
    tzset: (timezone: number, daylight: number) => {
      view().setUint32(timezone, 0, true);
      view().setUint32(daylight, 0, true);
    },
    setitimer: () => 0,
    keepalive_clear: () => undefined,
    environ_get: () => 0,
    environ_sizes_get: (count: number, size: number) => {
      view().setUint32(count, 0, true);
      view().setUint32(size, 0, true);
      return 0;
    },
    fd_close: () => ENOSYS,
    fd_seek: () => ESPIPE,
    fd_write: (_fd: number, _iov: number, _count: number, written: number) => {
      view().setUint32(written, 0, true);
      return 0;
    },
    assert_fail: abort,
    abort,
    proc_exit: abort,
  };
}
