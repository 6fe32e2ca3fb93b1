class Bucket {
  static #made = 0;
  static { Bucket.LIMIT = 5; }
  #tokens = Bucket.LIMIT;
  constructor() { Bucket.#made++; }
  take() { return this.#tokens > 0 && this.#tokens-- > 0; }
  get left() { return this.#tokens; }
  static get made() { return Bucket.#made; }
}
const bucket = new Bucket();
export const handler = async ({ calls }) => ({ allowed: Array.from({ length: calls }, () => bucket.take()), left: bucket.left, made: Bucket.made });
