import WebServer

/// Screens in a hall: one that is touched, one on the wall.
extension HallPath {
    static let kiosk = "/kiosk"
    static let kioskAgencies = "/kiosk/agencies"
    static let kioskCategories = "/kiosk/categories"
    static let kioskItems = "/kiosk/items"
    static let kioskResults = "/kiosk/results"
    /// Begins anew, for whoever comes next.
    static let kioskReset = "/kiosk/reset"

    static func kioskItem(_ code: String) -> String { "\(kioskItems)/\(URLText.encode(code))" }

    /// Asks whether anybody is there, and leads back.
    static func kioskIdle(from address: String) -> String { "/kiosk/idle?from=\(URLText.encode(address))" }

    /// A page of the wall screen, by its number from 1; of all agencies or of one.
    static func screen(_ page: Int, of agency: String?, isHeld: Bool = false) -> String {
        "/screen?page=\(page)" + (agency.map { "&agency=\(URLText.encode($0))" } ?? "") + (isHeld ? "&hold=1" : "")
    }
}

extension HallPath.Pattern {
    static let kiosk: RoutePath = "/kiosk"
    static let kioskAgencies: RoutePath = "/kiosk/agencies"
    static let kioskCategories: RoutePath = "/kiosk/categories"
    static let kioskItems: RoutePath = "/kiosk/items"
    static let kioskItem: RoutePath = "/kiosk/items/{code}"
    static let kioskResults: RoutePath = "/kiosk/results"
    static let kioskIdle: RoutePath = "/kiosk/idle"
    static let kioskReset: RoutePath = "/kiosk/reset"
    static let screen: RoutePath = "/screen"
}
