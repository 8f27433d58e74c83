import Access
import WebServer

/// Large type (长者模式) and back, by a link, without script or account; the browser then is where it was.
struct ViewRoutes: Sendable {
    let parts: HallParts

    /// The word a browser keeps.
    static let large = "large"

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.largeView, name: "hall.view.large", access: .everyone) { request, _ in
                turned(request, to: ViewRoutes.large)
            },
            HallRoute(.get, HallPath.Pattern.usualView, name: "hall.view.usual", access: .everyone) { request, _ in
                turned(request, to: "")
            },
        ]
    }

    private func turned(_ request: WebRequest, to word: String) -> WebAnswer {
        var answer = WebAnswer.redirect(to: ViewRoutes.origin(of: request))
        answer.preference = word
        return answer
    }

    /// Where the link was followed, if on this site; else the start page.
    static func origin(of request: WebRequest) -> String {
        guard let host = request.header("Host"), let referrer = request.header("Referer"),
            let scheme = referrer.firstRange(of: "://")
        else { return HallPath.home }
        let address = referrer[scheme.upperBound...]
        guard address.hasPrefix("\(host)/") else { return HallPath.home }
        let path = String(address.dropFirst(host.count))
        return path.hasPrefix("/view/") ? HallPath.home : path
    }
}
