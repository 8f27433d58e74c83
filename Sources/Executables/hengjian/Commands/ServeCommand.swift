import ArgumentParser
import Composition
import EventLog
import Glibc
import Kernel
import Logging

/// `hengjian serve`: the server, with everything it does in the background.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "启动服务",
        discussion: "Makes the database when there is none. Stops gracefully on SIGTERM and SIGINT."
    )

    @OptionGroup var options: DatabaseOptions

    @Option(help: "监听地址 HOST:PORT")
    var listen = ListenAddress(host: "127.0.0.1", port: 8080)

    @Option(help: "公众访问本系统的地址，如 https://example.gov.cn；印在文书的核验码上，不填则用监听地址")
    var publicAddress: String?

    @OptionGroup var provider: ProviderOptions

    @OptionGroup var ways: AlertOptions

    @Option(help: "查毒程序 clamd：套接字文件的路径，或者 HOST:PORT；不填则不查毒")
    var virusScanner: String?

    @OptionGroup var plan: DemonstrationOptions

    @Flag(help: "新数据库装入演示区划并标记为演示")
    var demo = false

    func run() async throws {
        // Without TZ the C library asks the file system for the time zone at every line of the log.
        setenv("TZ", ":/etc/localtime", 0)
        let host = listen.host.contains(":") ? "[\(listen.host)]" : listen.host
        let address = publicAddress ?? "http://\(host):\(listen.port)"
        let identityProvider = try provider.settings(publicAddress: address)
        let carrier = try ways.gateway()
        let scanner = try virusScanner.map(ScannerGateway.init)
        let logger = Logger(label: "hengjian") { StreamLogHandler.standardOutput(label: $0) }
        let house =
            demo
            ? try await DemonstrationHouse.open(options, plan)
            : try await options.open(for: .serve(makingDemonstration: false))
        logger.notice("database open", metadata: ["database": "\(house.address)", "durability": "\(house.durability)"])
        do {
            try await renewRows(of: house, logger)
        } catch {
            await house.close()
            throw error
        }
        let showsAccounts = house.isDemonstration
        let server = HouseServer(
            house: house,
            listen: listen,
            publicAddress: address,
            provider: identityProvider,
            carrier: carrier,
            scanner: scanner,
            logger: logger
        ) { port in
            if showsAccounts { DemonstrationHouse.printAccounts() }
            StandardOutput.line("衡鉴已启动：http://\(host):\(port)/ （Ctrl-C 停止）")
        }
        do {
            try await server.run()
        } catch {
            await house.close()
            throw error
        }
        await house.close()
        logger.notice("stopped")
    }

    /// Rows that other logic made are made anew before anybody sees them.
    private func renewRows(of house: House, _ logger: Logger) async throws {
        let outdated = try await house.log.outdatedProjections(house.realm)
        guard !outdated.isEmpty else { return }
        _ = try await house.log.rebuild(house.realm, keeping: true)
        logger.notice("projections rebuilt", metadata: ["names": "\(outdated.joined(separator: ", "))"])
    }
}
