-- An employee may say that a talk was held although the leader answered that it was not (R6.1).
ALTER TABLE "topic" DROP CONSTRAINT "topic_kind";
ALTER TABLE "topic" ADD CONSTRAINT "topic_kind" CHECK ("kind" IN ('topic', 'form-does-not-fit', 'was-held'));
