-- Who may do what. The owner of everything cannot log in; {workstation} is what every workstation login is a member of.
-- Workstations have no right on any table, none to make anything, and may run the functions of clerk_api only.

revoke all on schema clerk, clerk_api from public;
revoke all on all tables in schema clerk from public;
revoke all on all functions in schema clerk, clerk_api from public;
revoke all on schema public from public;
grant usage on schema clerk_api to {workstation};
grant execute on all functions in schema clerk_api to {workstation};
