/// One address that can be called: method, path, name, what it demands, what it does.
package struct Route<Rule: Sendable, Principal: Sendable>: Sendable {
    package typealias Handler = @Sendable (WebRequest, Principal) async throws -> WebAnswer

    package let method: WebMethod
    package let path: RoutePath
    /// Unique; stands in the log instead of the path, which may hold a query code.
    package let name: String
    /// What the gatekeeper holds a request against: there is no route without.
    package let access: Rule
    package let sender: RouteSender
    /// Whose sessions are looked at; the inner door's unless said otherwise.
    package private(set) var door: SessionDoor
    package let body: RouteBody
    package let rateLimit: RateLimit?
    /// Whether whoever is not signed in gets the same page, so that it can be kept.
    package private(set) var isKept = false
    private(set) var handler: Handler

    /// One address.
    ///
    /// - Parameters:
    ///   - method: a get route answers head as well.
    ///   - path: where it is.
    ///   - name: unique over all routes.
    ///   - access: what it demands.
    ///   - sender: a browser with its cookies, or a program without.
    ///   - body: what it takes; a form unless said otherwise, nothing for get.
    ///   - rateLimit: how often one caller may call it.
    ///   - handler: what it does.
    package init(
        _ method: WebMethod,
        _ path: RoutePath,
        name: String,
        access: Rule,
        sender: RouteSender = .browser,
        body: RouteBody? = nil,
        rateLimit: RateLimit? = nil,
        handler: @escaping Handler
    ) {
        self.method = method
        self.path = path
        self.name = name
        self.access = access
        self.sender = sender
        door = .inner
        self.body = body ?? (method.isSafe ? .nothing : .form(.form))
        self.rateLimit = rateLimit
        self.handler = handler
    }

    /// Returns this route with the handler of another one for some of those who ask: one address, two kinds of visitors.
    package func answered(
        by other: Route,
        when isOther: @escaping @Sendable (WebRequest, Principal) -> Bool
    ) -> Route {
        var route = self
        route.handler = { [handler, other = other.handler] request, principal in
            isOther(request, principal) ? try await other(request, principal) : try await handler(request, principal)
        }
        return route
    }

    /// Returns this route with its page kept for those who are not signed in: what it shows hangs on its address, on what
    /// is recorded and on the day, and on nothing else.
    package func kept() -> Route {
        var route = self
        route.isKept = true
        return route
    }

    /// Returns this route behind another door.
    package func behind(_ door: SessionDoor) -> Route {
        var route = self
        route.door = door
        return route
    }
}

/// Who calls a route.
package enum RouteSender: Hashable, Sendable {
    /// Brings cookies; whatever changes something must carry the form's token.
    case browser
    /// Brings its own proof in a header; cookies are not looked at, so no other site can use them.
    case program
}

/// What a route takes as body.
package enum RouteBody: Hashable, Sendable {
    case nothing
    case form(BodyLimits)
    case bytes(limit: Int)
    /// `application/json` in UTF-8, and nothing else.
    case json(limit: Int)
}
