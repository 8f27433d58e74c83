private import Foundation
private import FoundationNetworking

extension BrowserWindow {
    /// A cookie of the site.
    package struct Cookie: Codable, Sendable {
        package let name: String
        package var value: String
        package let path: String
        package let httpOnly: Bool
        package let sameSite: String?
    }

    package var cookies: [Cookie] {
        get async throws { try await wire.get("/session/\(session)/cookie") }
    }

    /// Puts a cookie into the browser, in place of one of the same name.
    package func set(_ cookie: Cookie) async throws { try await command("cookie", ["cookie": cookie]) }

    package func dropCookies() async throws { try await wire.delete("/session/\(session)/cookie") }

    /// What was answered to a request that shows no page.
    package struct Download: Sendable {
        package let status: Int
        package let type: String
        package let bytes: [UInt8]
    }

    /// Fetches a path with the window's cookies.
    package func download(_ path: String) async throws -> Download {
        guard let url = URL(string: path.hasPrefix("http") ? path : site + path) else {
            throw WebDriverFault.unreadable(path)
        }
        var request = URLRequest(url: url, timeoutInterval: 30)
        request.httpShouldHandleCookies = false
        let cookie = try await cookies.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
        request.setValue(cookie, forHTTPHeaderField: "Cookie")
        let (bytes, response) = try await URLSession.shared.data(for: request)
        let answer = response as? HTTPURLResponse
        return Download(status: answer?.statusCode ?? 0, type: answer?.mimeType ?? "", bytes: Array(bytes))
    }
}
