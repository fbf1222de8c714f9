"""Static files under hashed names, also where one ES module imports another."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedModuleStorage(CompressedManifestStaticFilesStorage):
    """Rewrites `import ... from "./x.js"` to the hashed name, so modules cache for ever."""

    support_js_module_import_aggregation = True
