/// The parts of an application and how far each is; what is finished is quiet, what is open is loud.
package struct Checklist: Component {
    /// How far a part is.
    package enum State: Sendable {
        case done
        /// Finished, and may be looked at and changed again.
        case changeable(address: String)
        case open(address: String)
        /// Not begun, and may stay so.
        case optional(address: String)
        case underWay(address: String)
        case faulty(address: String)
        /// Plain and without link: something else comes first.
        case cannotStart(because: String)
    }

    /// One part.
    package struct Part: Sendable {
        let name: String
        let hint: String
        let state: State

        package init(_ name: String, hint: String = "", _ state: State) {
            self.name = name
            self.hint = hint
            self.state = state
        }
    }

    private let parts: [Part]

    package init(_ parts: [Part]) {
        self.parts = parts
    }

    package var body: any HTML {
        ul(.cssClass("checklist")) {
            for part in parts {
                li {
                    div {
                        name(of: part)
                        if !part.hint.isEmpty { p(.cssClass("hint")) { part.hint } }
                    }
                    mark(of: part.state)
                }
            }
        }
    }

    @HTMLBuilder
    private func name(of part: Part) -> any HTML {
        switch part.state {
        case .done, .cannotStart: span { part.name }
        case .changeable(let address), .open(let address), .optional(let address), .underWay(let address),
            .faulty(let address):
            a(.href(address)) { part.name }
        }
    }

    @HTMLBuilder
    private func mark(of state: State) -> any HTML {
        switch state {
        case .done, .changeable: span(.cssClass("quiet")) { "已完成" }
        case .open: Badge("未完成", tone: .active)
        case .optional: span(.cssClass("quiet")) { "选填" }
        case .underWay: Badge("填写中", tone: .caution)
        case .faulty: Badge("需更正", tone: .bad)
        case .cannotStart(let reason): span(.cssClass("quiet")) { reason }
        }
    }
}
