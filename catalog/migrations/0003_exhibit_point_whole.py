from django.db import migrations, models


class Migration(migrations.Migration):
    """A map position with one of its two numbers passed the check; now it has both or none."""

    dependencies = [("catalog", "0002_initial")]

    operations = [
        migrations.RemoveConstraint(model_name="exhibitplace", name="exhibit_point_on_map"),
        migrations.AddConstraint(
            model_name="exhibitplace",
            constraint=models.CheckConstraint(
                condition=models.Q(map_x=None, map_y=None)
                | models.Q(
                    map_x__isnull=False,
                    map_y__isnull=False,
                    map_x__gte=0,
                    map_x__lte=1,
                    map_y__gte=0,
                    map_y__lte=1,
                ),
                name="exhibit_point_on_map",
                violation_error_message="A map position lies between 0 and 1.",
            ),
        ),
    ]
