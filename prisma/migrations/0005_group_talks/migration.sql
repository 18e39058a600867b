-- GRUS: one appointment of a leader's team that lists several talks.
CREATE TABLE "group_talk" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "leader_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "on_day" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "online_url" TEXT NOT NULL DEFAULT '',
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "held_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_talk_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "group_talk_status" CHECK ("status" IN ('planned', 'held', 'cancelled')),
    CONSTRAINT "group_talk_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "group_talk_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "employment"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "group_talk_round_id_idx" ON "group_talk"("round_id");

CREATE TABLE "group_talk_part" (
    "group_talk_id" UUID NOT NULL,
    "talk_id" UUID NOT NULL,
    "took_part" BOOLEAN,

    CONSTRAINT "group_talk_part_pkey" PRIMARY KEY ("group_talk_id", "talk_id"),
    CONSTRAINT "group_talk_part_group_talk_id_fkey" FOREIGN KEY ("group_talk_id") REFERENCES "group_talk"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "group_talk_part_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "group_talk_part_talk_id_idx" ON "group_talk_part"("talk_id");

-- Newer and older mails about one group talk.
CREATE INDEX "mail_group_talk" ON "mail" (("data"->>'groupTalkId')) WHERE "template" = 'group-talk';
