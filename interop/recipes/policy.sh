# of a bundle that is verified, what its statement says of the run; REF may end in *
REPOSITORY=example/app
REF='refs/tags/*'
WORKFLOW=.github/workflows/release.yml
jq -e --arg repository "https://github.com/$REPOSITORY" --arg ref "$REF" --arg workflow "$WORKFLOW" '
  .dsseEnvelope.payload | @base64d | fromjson | .predicate.buildDefinition |
  .buildType == "https://actions.github.io/buildtypes/workflow/v1" and
  (.externalParameters.workflow | .repository == $repository and .path == $workflow and
    (if ($ref | endswith("*")) then (.ref | startswith($ref[:-1])) else .ref == $ref end))' provenance.sigstore.json
