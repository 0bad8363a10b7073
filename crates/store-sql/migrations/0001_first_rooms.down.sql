DROP TABLE outbox;
DROP TABLE limits;
DROP TABLE sign_up_secrets;
DROP TABLE sign_ups;
DROP TABLE sessions;
DROP TABLE accounts;
