export const id = 859;
export const ids = [859];
export const modules = {

/***/ 94859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   signFound: () => (/* binding */ signFound)
/* harmony export */ });
/* harmony import */ var _digest_lanes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29789);
/* harmony import */ var _formats_cms_given_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28515);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47483);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});



async function signFound(run, found, predicates) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { inputs } = run;
        const lanes = __addDisposableResource(env_1, (0,_digest_lanes_js__WEBPACK_IMPORTED_MODULE_0__/* .startLanes */ .o)(found.files), false);
        const certificate = inputs.certificate === undefined ? undefined : (0,_formats_cms_given_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .parseGivenCertificate */ .cV)(inputs.certificate, new Date());
        const plan = (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .planOutputs */ .iS)({ inputs, found, predicates }, (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__.knownWithoutRequests)(inputs, found));
        const { signAndPublish } = await Promise.all(/* import() */[__webpack_require__.e(928), __webpack_require__.e(85), __webpack_require__.e(692), __webpack_require__.e(313)]).then(__webpack_require__.bind(__webpack_require__, 56313));
        await signAndPublish({ ...run, found, plan, lanes, predicates, certificate });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}


/***/ })

};
