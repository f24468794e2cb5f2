// Package redistest starts real Redis servers for tests: private processes on
// a free port of the loopback address, ended by their own process.
//
// Where there is no redis-server the test is skipped with a word, unless
// LULING_TEST_REDIS is set, as `make redis` does: then it fails, and every world
// of the bot's tests has a server of its own.
package redistest

import (
	"context"
	"net"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
)

// A Server is one redis-server process.
type Server struct {
	Addr string // host:port

	t    testing.TB
	args []string
	cmd  *exec.Cmd
}

// Start runs a server that keeps nothing on disk, with further settings in the
// form of redis.conf, such as "--cluster-enabled", "yes". It ends with the test.
func Start(t testing.TB, settings ...string) *Server {
	t.Helper()
	port := freePort(t)
	s := &Server{t: t, Addr: net.JoinHostPort("127.0.0.1", port)}
	s.args = append([]string{"--port", port, "--bind", "127.0.0.1", "--save", "", "--dir", t.TempDir()}, settings...)
	s.Restart()
	return s
}

// Sentinel runs a sentinel that watches master under the name "luling".
func Sentinel(t testing.TB, master *Server) *Server {
	t.Helper()
	host, port, err := net.SplitHostPort(master.Addr)
	if err != nil {
		t.Fatal(err)
	}
	file := t.TempDir() + "/sentinel.conf"
	if err := os.WriteFile(file, []byte("sentinel monitor luling "+host+" "+port+" 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	own := freePort(t)
	s := &Server{t: t, Addr: net.JoinHostPort("127.0.0.1", own)}
	s.args = []string{file, "--sentinel", "--port", own, "--bind", "127.0.0.1"}
	s.Restart()
	return s
}

// Cluster runs a cluster of one node, which has all the slots.
func Cluster(t testing.TB) *Server {
	t.Helper()
	s := Start(t, "--cluster-enabled", "yes")
	s.Do("CLUSTER", "ADDSLOTSRANGE", "0", "16383")
	s.until("the cluster is up", func(ctx context.Context, client *redis.Client) bool {
		return strings.Contains(client.ClusterInfo(ctx).Val(), "cluster_state:ok")
	})
	return s
}

// URL is the server as the program's settings name it.
func (s *Server) URL() string { return "redis://" + s.Addr + "/0" }

// Restart starts the process, empty, on the same port, and waits until it answers.
func (s *Server) Restart() {
	s.t.Helper()
	s.cmd = exec.Command(program(s.t), s.args...)
	if err := s.cmd.Start(); err != nil {
		s.t.Fatalf("start redis-server: %v", err)
	}
	cmd := s.cmd
	s.t.Cleanup(func() { end(cmd) })
	s.until("it answers", func(ctx context.Context, client *redis.Client) bool { return client.Ping(ctx).Err() == nil })
}

// Kill ends the process without warning, as kill -9 does.
func (s *Server) Kill() { end(s.cmd) }

// Stop has the process answer nothing until Continue, with its connections open.
func (s *Server) Stop() { s.signal(syscall.SIGSTOP) }

// Continue ends a Stop.
func (s *Server) Continue() { s.signal(syscall.SIGCONT) }

// Do sends one command over a connection of its own, which must succeed.
func (s *Server) Do(args ...any) any {
	s.t.Helper()
	client := redis.NewClient(&redis.Options{Addr: s.Addr})
	defer client.Close()
	answer, err := client.Do(context.Background(), args...).Result()
	if err != nil {
		s.t.Fatalf("redis %v: %v", args, err)
	}
	return answer
}

func (s *Server) signal(sig os.Signal) {
	s.t.Helper()
	if err := s.cmd.Process.Signal(sig); err != nil {
		s.t.Fatalf("signal redis-server: %v", err)
	}
}

// until waits for what a fresh process takes its time for.
func (s *Server) until(what string, ready func(context.Context, *redis.Client) bool) {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	client := redis.NewClient(&redis.Options{Addr: s.Addr})
	defer client.Close()
	again := time.NewTicker(10 * time.Millisecond)
	defer again.Stop()
	for !ready(ctx, client) {
		select {
		case <-again.C:
		case <-ctx.Done():
			s.t.Fatalf("redis at %s: not within 20 s: %s", s.Addr, what)
		}
	}
}

// end kills and reaps; a process that has ended already is no matter.
func end(cmd *exec.Cmd) {
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
}

func program(t testing.TB) string {
	t.Helper()
	path, err := exec.LookPath("redis-server")
	if err == nil {
		return path
	}
	if os.Getenv("LULING_TEST_REDIS") != "" {
		t.Fatal("no redis-server on PATH, and LULING_TEST_REDIS asks for one: apt-get install redis-server")
	}
	t.Skip("no redis-server on PATH: what needs a real one is left out (apt-get install redis-server)")
	return ""
}

// freePort is free now; nobody else on the machine is likely to take it at once.
func freePort(t testing.TB) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return strconv.Itoa(l.Addr().(*net.TCPAddr).Port)
}
