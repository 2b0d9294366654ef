"""What people look at: charts, the highlighted article, the report."""

from factkit.display.charts import plot_timeline
from factkit.display.highlight import show

__all__ = ["plot_timeline", "show"]
