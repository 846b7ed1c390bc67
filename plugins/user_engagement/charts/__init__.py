"""Amounts become places in a box: what charts draw, in hundredths of its width and height.

Nothing here reads, writes or words anything. Templates draw it, so a box can be as wide as the screen.
"""

from user_engagement.charts.bars import Bars, bars, counted
from user_engagement.charts.diverging import Diverging, diverging
from user_engagement.charts.lines import Lines, lines
