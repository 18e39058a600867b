-- The day on which an employee and the colleague they share try-outs with will follow up together; null where they agreed on none.
ALTER TABLE share ADD COLUMN follow_up_on DATE;
