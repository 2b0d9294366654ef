"""What people look at: charts, the highlighted article, the report, the review with the mouse."""

from factkit.display.charts import plot_timeline
from factkit.display.export import export
from factkit.display.highlight import show
from factkit.display.origin_chart import plot_origins
from factkit.display.review_widget import review_widget

__all__ = ["export", "plot_origins", "plot_timeline", "review_widget", "show"]
