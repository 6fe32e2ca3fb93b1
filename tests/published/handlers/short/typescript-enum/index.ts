enum Status { Open, Closed }
class Ticket { constructor(private readonly status: Status) {} get name() { return Status[this.status]; } }
export const handler = async (event: { status: Status }): Promise<string> => new Ticket(event.status).name;
