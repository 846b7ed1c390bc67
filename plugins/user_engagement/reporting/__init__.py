"""What is to be done, for those who look after many statements: what is late, what waits, and what is missing."""

from user_engagement.reporting.formats import FORMATS
from user_engagement.reporting.keeping import Refused, keep
from user_engagement.reporting.matter import Matter
from user_engagement.reporting.report import Account, Report, report

__all__ = ["FORMATS", "Account", "Matter", "Refused", "Report", "keep", "report"]
