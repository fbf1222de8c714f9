"""Founding a company in the portal, by somebody who has none yet."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render


@login_required
def new(request):
    return render(request, "catalog/portal/base.html")
