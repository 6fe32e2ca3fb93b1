export class NotFound extends Error {
  override readonly name = "NotFound";
  public readonly statusCode: number = 404;
  constructor(id: string, table?: string) {
    super(`${id} is not in ${table ?? "?"}`);
  }
}

export abstract class Repository<T extends object> {
  private readonly items: Map<string, T> = new Map<string, T>();
  declare brand: T;
  readonly table: string;

  constructor(table: string) {
    this.table = table;
  }

  protected abstract validate(value: T): asserts value is T;

  put(id: string, value: T): string;
  put(id: string, value: T, upsert?: boolean): string;
  put(id: string, value: T, upsert: boolean = true): string {
    this.validate(value);
    if (!upsert && this.items.has(id)) throw new Error("exists");
    this.items.set(id, value);
    return `${this.table}/${id}`;
  }

  get(id: string): T | undefined {
    return this.items.get(id);
  }
}
