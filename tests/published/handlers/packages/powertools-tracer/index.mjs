import { Tracer } from "@aws-lambda-powertools/tracer";
import { captureLambdaHandler } from "@aws-lambda-powertools/tracer/middleware";
import middy from "@middy/core";

const tracer = new Tracer({ serviceName: "orders" });

const load = async (id) => {
  const parent = tracer.getSegment();
  const subsegment = parent?.addNewSubsegment(`load ${id}`);
  if (subsegment) tracer.setSegment(subsegment);
  try {
    await new Promise((resolve) => setTimeout(resolve, 5));
    tracer.putAnnotation("orderId", id);
    tracer.putMetadata("order", { id });
    return tracer.getSegment()?.name ?? "no segment";
  } finally {
    subsegment?.close();
    if (parent) tracer.setSegment(parent);
  }
};

const work = async (event) => {
  tracer.annotateColdStart();
  tracer.addServiceNameAnnotation();
  const loaded = [];
  for (const id of event.ids) loaded.push(await load(id));
  if (event.fails) throw new Error("no such order");
  return { enabled: tracer.isTracingEnabled(), loaded };
};

export const handler = middy(work).use(captureLambdaHandler(tracer));
