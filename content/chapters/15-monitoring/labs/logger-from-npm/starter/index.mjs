import { Logger } from "@aws-lambda-powertools/logger";

const logger = new Logger({ serviceName: "library" });

export const handler = async (event, context) => {
  console.log(JSON.stringify({ message: "손으로 남긴 줄", book: event.book }));
  logger.addContext(context);
  logger.info("Powertools로 남긴 줄", { book: event.book });
  return "빌려 드렸습니다";
};
