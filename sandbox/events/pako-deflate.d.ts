/** The half of pako that compresses: its package brings no types. */
declare module "pako/lib/deflate.js" {
  export class Deflate {
    constructor(options: { readonly gzip: true; readonly header: { readonly os: number } });
    push(data: string | Uint8Array, isLast: true): boolean;
    readonly err: number;
    readonly msg: string;
    readonly result: Uint8Array | string;
  }
}
