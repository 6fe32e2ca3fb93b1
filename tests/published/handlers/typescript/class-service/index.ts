import { NotFound, Repository } from "./repository.js";

type Command = { op: "put"; id: string; value: Thing } | { op: "get"; id: string };
interface Thing {
  name: string;
}

class ThingRepository extends Repository<Thing> {
  protected override validate(value: Thing): asserts value is Thing {
    if (typeof value.name !== "string") throw new TypeError("name must be a string");
  }
}

const repository = new ThingRepository("things");

export async function handler(command: Command): Promise<Thing | { saved: string }> {
  switch (command.op) {
    case "put":
      return { saved: repository.put(command.id, command.value) };
    case "get": {
      const found = repository.get(command.id);
      if (found === undefined) throw new NotFound(command.id, repository.table);
      return found;
    }
    default: {
      const never: never = command;
      throw new Error(`unknown command ${JSON.stringify(never)}`);
    }
  }
}
