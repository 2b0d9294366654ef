"""What people look at: charts, the highlighted article, the report."""

from factkit.display.charts import plot_timeline
from factkit.display.export import export
from factkit.display.highlight import show

__all__ = ["export", "plot_timeline", "show"]
