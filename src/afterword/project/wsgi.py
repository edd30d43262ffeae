"""The WSGI application, and the tick beside it: one of each in a server process."""

from django.core.wsgi import get_wsgi_application

from afterword import wiring
from afterword.store.setup import open_store
from afterword.worker.jobs import local_jobs
from afterword.worker.tick import Tick

house = wiring.wired()
opened = open_store(now=house.clock.now())
application = get_wsgi_application()
tick = Tick(local_jobs(database=house.options.database, backups=house.options.backups), clock=house.clock)
tick.start()
