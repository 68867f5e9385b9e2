# The server and its panel. docs/deploy.md says how to run it, and why each thing is as it is.
ARG NODE_VERSION=22.23.3

# The whole image: better-sqlite3 is compiled where no binary of it is offered.
FROM node:${NODE_VERSION}-bookworm AS build
WORKDIR /app

# What is installed changes seldom, so it is a layer of its own.
COPY package.json package-lock.json .npmrc ./
COPY src/plugins/onefit-aggregator/package.json src/plugins/onefit-aggregator/
COPY src/plugins/front-desk/package.json src/plugins/front-desk/
COPY sandbox/package.json sandbox/
RUN npm ci

COPY . .
# PUBLIC_URL stays empty here: the panel then asks whatever address it was loaded from. The empty
# .env is what keeps the last stage from making up secrets that would be gone with the container.
RUN npm run build \
    && npm prune --omit=dev \
    && rm -rf node_modules/onefit-sandbox sandbox \
    && : > .env

FROM node:${NODE_VERSION}-bookworm-slim
# Strapi's command line keeps a settings file of its own; where nothing else can be written it goes
# where a container may.
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=1337 \
    XDG_CONFIG_HOME=/tmp
WORKDIR /app

# Owned by root: the process may read its own code and not change it.
COPY --from=build /app/package.json /app/tsconfig.json /app/favicon.png /app/.env ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/public ./public
COPY --from=build /app/database ./database
COPY --from=build /app/scripts/strapi.mjs /app/scripts/clean-dist.mjs /app/scripts/compiled.mjs /app/scripts/first-run.mjs /app/scripts/health.mjs ./scripts/
COPY --from=build /app/scripts/seed/studio-timetable.csv ./scripts/seed/
COPY --from=build /app/src/plugins/onefit-aggregator/package.json ./src/plugins/onefit-aggregator/
COPY --from=build /app/src/plugins/onefit-aggregator/dist ./src/plugins/onefit-aggregator/dist
COPY --from=build /app/src/plugins/front-desk/package.json ./src/plugins/front-desk/
COPY --from=build /app/src/plugins/front-desk/dist ./src/plugins/front-desk/dist
COPY --from=build /app/dist ./dist

# Uploads, and the database file where it is SQLite: all that the process writes.
RUN mkdir -p .tmp public/uploads && chown -R node:node .tmp public/uploads

USER node
EXPOSE 1337
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["node", "scripts/health.mjs"]
CMD ["node", "scripts/strapi.mjs", "start"]
